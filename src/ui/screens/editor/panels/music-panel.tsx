/** What the film sounds like: its song, its voices, and how all of it meets. */
import { useId, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EDIT_NAMES } from '../../../../studio/edit-names';
import { Button } from '../../../components/button';
import { ErrorMessage } from '../../../components/message';
import { Slider } from '../../../components/slider';
import { formatClock } from '../../../format';
import { useLocalized } from '../../../localized';
import { useStudio, useStudioState } from '../../../studio-context';
import { useTask } from '../../../use-task';
import { listSongChoices, songKey, type SongChoice } from '../../create/song-choices';
import { placedItems, type PlacedItem } from '../timeline-rows';
import type { Voice } from '../use-voice';
import { FadeFields } from './fade-fields';
import { ItemTimes } from './item-times';
import { MixFields } from './mix-fields';
import { NumberField } from './number-field';
import { useGesture } from './use-gesture';
import { VoiceFields } from './voice-fields';
import styles from './panels.module.css';

/** One song at a time: one of the app's, or one's own. */
export function MusicPanel({ voice }: { voice: Voice }): ReactElement | null {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { catalogue, editor, library } = useStudio();
  const project = useStudioState(editor.store, (state) => state.project);
  const own = useStudioState(library.store, (state) => state.songs);
  const importing = useTask();
  const input = useRef<HTMLInputElement>(null);
  const group = useId();
  if (project === null) return null;

  const placed = placedItems(project, 'music').find((candidate) => candidate.kind === 'music');
  const choices = listSongChoices(catalogue.songs, own, localized);
  const chosenKey = songKey(placed?.item.song ?? null);
  const current = choices.find(({ key }) => key === chosenKey);
  return (
    <div className={styles.panel}>
      {importing.error === null ? null : <ErrorMessage error={importing.error} />}
      {placed === undefined ? null : <MusicFields placed={placed} choice={current} />}
      <fieldset className={styles.songs}>
        <legend className={styles.heading}>{t('editor.musicChoose')}</legend>
        <SongLine
          group={group}
          name={t('editor.musicNone')}
          checked={placed === undefined}
          onChoose={() => editor.setMusic(null)}
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
            onChoose={() => editor.setMusic(choice.song)}
          />
        ))}
      </fieldset>
      <input
        ref={input}
        type="file"
        accept="audio/*,.mp3,.m4a,.wav,.ogg,.opus,.flac,.wma,.aif,.aiff,.au,.amr,.ape,.wv"
        hidden
        data-testid="import-song"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again after an error.
          event.target.value = '';
          if (file === undefined) return;
          importing.run(async () => {
            const record = await library.importSong(file);
            editor.setMusic({ kind: 'imported', id: record.id });
          });
        }}
      />
      <Button icon="plus" wide busy={importing.busy} onClick={() => input.current?.click()}>
        {t('editor.musicImport')}
      </Button>
      <VoiceFields voice={voice} />
      <MixFields />
    </div>
  );
}

function MusicFields(props: {
  placed: PlacedItem & { kind: 'music' };
  choice: SongChoice | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const gesture = useGesture(EDIT_NAMES.changeMusic);
  const { item } = props.placed;
  return (
    <div className={styles.details}>
      <NumberField placed={props.placed} name="volume" label={t('editor.volume')} />
      <Slider
        label={t('editor.musicStart')}
        value={item.songStart}
        min={0}
        max={Math.max(item.songStart, (props.choice?.duration ?? 0) - 1, 1)}
        step={props.choice?.step ?? 0.5}
        format={(value) => formatClock(value, { tenths: true })}
        onChange={(songStart) => editor.changeMusic(item.id, { songStart })}
        {...gesture}
      />
      <FadeFields
        fadeIn={item.fadeIn}
        fadeOut={item.fadeOut}
        gesture={gesture}
        onChange={(patch) => editor.changeMusic(item.id, patch)}
      />
      <ItemTimes placed={props.placed} />
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
      <span className={styles.lineName}>{props.name}</span>
      <span className={styles.songFacts}>
        {(props.facts ?? []).filter((fact) => fact !== null).join(' · ')}
      </span>
    </label>
  );
}
