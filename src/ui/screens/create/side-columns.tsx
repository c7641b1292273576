/** What stands beside the stage where there is room. */
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../components/chip';
import { ImportClipButton } from '../../components/import-clip-button';
import { ButtonLink } from '../../navigation';
import { OptionsPanel } from './options-panel';
import type { LiveSession } from './use-live-session';
import styles from './create-screen.module.css';

/** The panels of the Create screen. */
export type PanelName = 'effects' | 'music' | 'options';

/** The way back, the capture options, importing. */
export function LeftColumn(props: {
  session: LiveSession;
  onImport: (file: File) => void;
  isImporting: boolean;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.head}>
        <ButtonLink to={{ screen: 'home' }} tone="quiet" icon="back">
          {t('common.home')}
        </ButtonLink>
      </div>
      <OptionsPanel source={props.session.source} onOpen={props.session.open} />
      <ImportClipButton tone="quiet" onFile={props.onImport} busy={props.isImporting} />
      <p className={styles.keys}>{t('create.keys')}</p>
    </>
  );
}

/** Effects or music. */
export function RightColumn(props: {
  shown: 'effects' | 'music';
  onShow: (panel: PanelName) => void;
  children: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <div data-panel={props.shown}>
      <div className={styles.tabs}>
        <Chip pressed={props.shown === 'effects'} icon="effects" onClick={() => props.onShow('effects')}>
          {t('create.effects')}
        </Chip>
        <Chip pressed={props.shown === 'music'} icon="music" onClick={() => props.onShow('music')}>
          {t('create.music')}
        </Chip>
      </div>
      <div className={styles.tabContent}>{props.children}</div>
    </div>
  );
}
