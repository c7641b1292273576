/** The browser's offer to install the app, held until the person wants it. */
import { createStore } from 'zustand/vanilla';

/** Chromium's event; other browsers install from their own menu. */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** null while there is nothing to offer. */
export const installOffer = createStore<{ install: (() => Promise<void>) | null }>(() => ({ install: null }));

/** Listens from the start: the event comes once, early. */
export function listenForInstallOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    const offer = event as BeforeInstallPromptEvent;
    installOffer.setState({
      install: async () => {
        installOffer.setState({ install: null });
        await offer.prompt();
      },
    });
  });
  window.addEventListener('appinstalled', () => installOffer.setState({ install: null }));
}
