/** The song to dance to, and where it starts. */
import { useId, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { ErrorMessage } from '../../components/message';
import { Slider } from '../../components/slider';
import { formatClock } from '../../format';
import { useLocalized } from '../../localized';
import { useStudio, useStudioState } from '../../studio-context';
import { useTask } from '../../use-task';
import { latestStart, listSongChoices, songKey, type SongChoice } from './song-choices';
import styles from './panels.module.css';

/** A list of songs; one's own can be brought in. */
export function MusicPanel(): ReactElement {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { catalogue, library, live } = useStudio();
  const chosen = useStudioState(live.store, (state) => state.song);
  const limit = useStudioState(live.store, (state) => state.limitSeconds);
  const own = useStudioState(library.store, (state) => state.songs);
  const importing = useTask();
  const input = useRef<HTMLInputElement>(null);
  const group = useId();

  const choices = listSongChoices(catalogue.songs, own, localized);
  const chosenKey = songKey(chosen?.song ?? null);
  const current = choices.find(({ key }) => key === chosenKey);
  const last = current === undefined ? 0 : latestStart(current, limit);
  const choose = (choice: SongChoice | null): void =>
    live.setSong(choice === null ? null : { song: choice.song, songStart: 0 });

  return (
    <div className={styles.panel}>
      {importing.error === null ? null : <ErrorMessage error={importing.error} />}
      <fieldset className={styles.songs} aria-label={t('create.music')}>
        <SongLine
          group={group}
          name={t('create.noMusic')}
          checked={chosen === null}
          onChoose={() => choose(null)}
        />
        {choices.map((choice) => (
          <SongLine
            key={choice.key}
            group={group}
            name={choice.name}
            facts={[
              choice.bpm === null ? null : t('common.beatsPerMinute', { value: choice.bpm }),
              formatClock(choice.duration),
            ]}
            checked={choice.key === chosenKey}
            onChoose={() => choose(choice)}
          />
        ))}
      </fieldset>
      {current === undefined || chosen === null || last <= 0 ? null : (
        <Slider
          label={t('create.songStart')}
          value={chosen.songStart}
          min={0}
          max={last}
          step={current.step}
          format={(seconds) => formatClock(seconds, { tenths: true })}
          onChange={(songStart) => live.setSong({ song: chosen.song, songStart })}
        />
      )}
      <div className={styles.actions}>
        {chosen === null ? null : (
          <Button icon="volume" onClick={() => live.previewSong()}>
            {t('create.listen')}
          </Button>
        )}
        <input
          ref={input}
          type="file"
          accept="audio/*,.mp3,.m4a,.wav,.ogg,.opus,.flac,.wma,.aif,.aiff,.au,.amr,.ape,.wv"
          hidden
          data-testid="import-song"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file === undefined) return;
            importing.run(async () => {
              const record = await library.importSong(file);
              live.setSong({ song: { kind: 'imported', id: record.id }, songStart: 0 });
            });
          }}
        />
        <Button tone="quiet" icon="plus" busy={importing.busy} onClick={() => input.current?.click()}>
          {t('create.ownMusic')}
        </Button>
      </div>
    </div>
  );
}

function SongLine(props: {
  group: string;
  name: string;
  facts?: readonly (string | null)[];
  checked: boolean;
  onChoose: () => void;
}): ReactElement {
  return (
    <label className={styles.song}>
      <input
        className={styles.radio}
        type="radio"
        name={props.group}
        checked={props.checked}
        onChange={props.onChoose}
      />
      <span className={styles.songName}>{props.name}</span>
      <span className={styles.songFacts}>
        {(props.facts ?? []).filter((fact) => fact !== null).join(' · ')}
      </span>
    </label>
  );
}
