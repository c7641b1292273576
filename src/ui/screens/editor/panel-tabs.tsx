/** The way to the panels: tabs beside the stage on a desktop, a bar under the thumb on a phone. */
import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../components/icons';
import styles from './editor-screen.module.css';

export const PANELS = ['clip', 'effects', 'looks', 'text', 'stickers', 'music'] as const;

export type PanelName = (typeof PANELS)[number];

const ICONS: Record<PanelName, IconName> = {
  clip: 'film',
  effects: 'effects',
  looks: 'layers',
  text: 'text',
  stickers: 'sticker',
  music: 'music',
};

/** Id of the element that a tab shows. */
export const PANEL_ID = 'editor-panel';

interface TabsProps {
  shown: PanelName | null;
  onShow: (panel: PanelName) => void;
}

/** Arrows move between the tabs. */
export function PanelTabs({ shown, onShow }: TabsProps): ReactElement {
  const { t } = useTranslation();
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || event.altKey || event.shiftKey) return;
    event.preventDefault();
    const place = PANELS.findIndex((panel) => panel === shown);
    const next = PANELS[(place + step + PANELS.length) % PANELS.length] ?? 'clip';
    onShow(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-panel="${next}"]`)?.focus();
  };
  return (
    <div
      className={styles.tabs}
      data-tour="panels"
      role="tablist"
      aria-label={t('editor.panels')}
      onKeyDown={move}
    >
      {PANELS.map((panel) => (
        <button
          key={panel}
          type="button"
          role="tab"
          className={styles.tab}
          data-panel={panel}
          aria-selected={panel === shown}
          aria-controls={PANEL_ID}
          tabIndex={panel === shown ? 0 : -1}
          onClick={() => onShow(panel)}
        >
          <Icon name={ICONS[panel]} />
          <span>{t(`editor.panel.${panel}`)}</span>
        </button>
      ))}
    </div>
  );
}

/** Each opens a tray. */
export function PanelBar({ shown, onShow }: TabsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <nav className={styles.tabs} data-tour="panels" aria-label={t('editor.panels')}>
      {PANELS.map((panel) => (
        <button
          key={panel}
          type="button"
          className={styles.tab}
          aria-haspopup="dialog"
          aria-expanded={panel === shown}
          onClick={() => onShow(panel)}
        >
          <Icon name={ICONS[panel]} />
          <span>{t(`editor.panel.${panel}`)}</span>
        </button>
      ))}
    </nav>
  );
}
