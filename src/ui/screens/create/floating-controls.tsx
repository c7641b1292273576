/** The controls over the picture on a phone: back, music, options; flip, mirror, count-in. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveSource } from '../../../studio/live';
import { Icon } from '../../components/icons';
import { IconButton } from '../../components/icon-button';
import { useLocalized } from '../../localized';
import { useNavigate } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { useTask } from '../../use-task';
import type { PanelName } from './side-columns';
import { listSongChoices, songKey } from './song-choices';
import styles from './create-screen.module.css';

/** Few at a time, at the edges. */
export function FloatingControls(props: {
  source: LiveSource;
  onOpen: (source: LiveSource) => void;
  onPanel: (panel: PanelName) => void;
}): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { live, settings } = useStudio();
  const cameras = useStudioState(live.store, (state) => state.cameras);
  const cameraId = useStudioState(settings.store, (state) => state.cameraId);
  const mirror = useStudioState(settings.store, (state) => state.mirror);
  const phase = useStudioState(live.store, (state) => state.phase);
  const { run } = useTask();
  const flip = (): void => {
    const index = cameras.findIndex(({ id }) => id === cameraId);
    const next = cameras[(Math.max(0, index) + 1) % cameras.length];
    if (next !== undefined) run(() => live.chooseCamera(next.id));
  };
  return (
    <>
      <div className={styles.top}>
        <IconButton
          icon="close"
          tone="glass"
          label={t('common.home')}
          onClick={() => navigate({ screen: 'home' })}
        />
        <MusicPill onPress={() => props.onPanel('music')} />
        <IconButton
          icon="sliders"
          tone="glass"
          label={t('create.devices')}
          onClick={() => props.onPanel('options')}
        />
      </div>
      {props.source === 'demo' || phase !== 'ready' ? null : (
        <div className={styles.rail}>
          {cameras.length < 2 ? null : (
            <IconButton icon="flip" tone="glass" label={t('create.flip')} onClick={flip} />
          )}
          <IconButton
            icon="mirror"
            tone="glass"
            label={t('create.mirror')}
            pressed={mirror}
            onClick={() => settings.change({ mirror: !mirror })}
          />
        </div>
      )}
    </>
  );
}

function MusicPill(props: { onPress: () => void }): ReactElement {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { catalogue, library, live } = useStudio();
  const chosen = useStudioState(live.store, (state) => state.song);
  const own = useStudioState(library.store, (state) => state.songs);
  const choices = listSongChoices(catalogue.songs, own, localized);
  const song = chosen === null ? undefined : choices.find(({ key }) => key === songKey(chosen.song));
  return (
    <button
      type="button"
      className={styles.pill}
      aria-label={song === undefined ? t('create.music') : `${t('create.music')}: ${song.name}`}
      onClick={props.onPress}
    >
      <Icon name="music" size={20} />
      <span className={styles.pillText}>{song?.name ?? t('create.music')}</span>
    </button>
  );
}
