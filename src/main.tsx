/** The composition root: creates the studio and gives it a face. */
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { asStudioError } from './core/errors';
import type { Locale } from './core/locale';
import type { Studio } from './studio/studio';
import { App, StartFailure, Waiting } from './ui/app';
import { speak, startI18n } from './ui/i18n';
import { listenForInstallOffer } from './ui/install-prompt';
import { pickLocale } from './ui/pick-locale';

declare global {
  /** The studio, for the command-line tools and for anybody who likes to automate it. */
  var fifteen: Studio | undefined;
}

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root.');
// No StrictMode: it mounts every effect twice, and ours open cameras and graphics contexts.
const root = createRoot(element);

listenForInstallOffer();
await startI18n();
root.render(<Waiting />);
try {
  const { createStudio } = await import('./studio/create-studio');
  const studio = await createStudio();
  globalThis.fifteen = studio;
  await speakOrStayEnglish(studio.settings.store.getState().locale);
  root.render(<App studio={studio} />);
} catch (error) {
  await speakOrStayEnglish(null);
  root.render(<StartFailure error={asStudioError(error)} />);
}

/** A language that cannot be fetched (offline, never used before) must not keep the app from opening. */
async function speakOrStayEnglish(chosen: Locale | null): Promise<void> {
  await speak(chosen ?? pickLocale(navigator.languages)).catch(() => undefined);
}
