/** Voices over the film: the button that records one, and what can be changed about the selected one. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EDIT_NAMES } from '../../../../studio/edit-names';
import { Button } from '../../../components/button';
import { ErrorMessage } from '../../../components/message';
import { Switch } from '../../../components/switch';
import { useStudio, useStudioState } from '../../../studio-context';
import { formatMoment } from '../timecode';
import { placedItems, type PlacedItem } from '../timeline-rows';
import { useItemNames } from '../use-item-names';
import type { Voice } from '../use-voice';
import { FadeFields } from './fade-fields';
import { Fold } from './fold';
import { ItemTimes } from './item-times';
import { NumberField } from './number-field';
import { useGesture } from './use-gesture';
import styles from './panels.module.css';

export function VoiceFields({ voice }: { voice: Voice }): ReactElement | null {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const { nameOf } = useItemNames();
  const project = useStudioState(editor.store, (state) => state.project);
  const selectedId = useStudioState(editor.store, (state) => state.selectedId);
  if (project === null) return null;
  const voices = placedItems(project, 'voice').filter((placed) => placed.kind === 'voice');
  const selected = voices.find(({ item }) => item.id === selectedId);
  return (
    <Fold title={t('editor.voice')} open>
      {voice.error === null ? null : <ErrorMessage error={voice.error} />}
      <Button
        icon={voice.isRecording ? 'stop' : 'mic'}
        tone={voice.isRecording ? 'primary' : 'secondary'}
        wide
        busy={voice.isBusy}
        onClick={voice.toggle}
      >
        {t(voice.isRecording ? 'editor.voiceStop' : 'editor.voiceRecord')}
      </Button>
      <p className={styles.hint}>{t('editor.voiceHint')}</p>
      {voices.length > (selected === undefined ? 0 : 1) ? (
        <ul className={styles.lines}>
          {voices.map((placed) => (
            <li key={placed.item.id}>
              <button
                type="button"
                className={styles.line}
                aria-pressed={placed === selected}
                onClick={() => editor.select(placed.item.id)}
              >
                <span className={styles.lineName}>{nameOf(placed)}</span>
                <span className={styles.hint}>{formatMoment(placed.item.start)}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {selected === undefined ? null : <VoiceDetails key={selected.item.id} placed={selected} />}
    </Fold>
  );
}

function VoiceDetails({ placed }: { placed: PlacedItem & { kind: 'voice' } }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const gesture = useGesture(EDIT_NAMES.changeVoice);
  const { item } = placed;
  return (
    <div className={styles.details}>
      <NumberField placed={placed} name="volume" label={t('editor.volume')} />
      <FadeFields
        fadeIn={item.fadeIn}
        fadeOut={item.fadeOut}
        gesture={gesture}
        onChange={(patch) => editor.changeVoice(item.id, patch)}
      />
      <Switch
        label={t('editor.linked')}
        hint={t('editor.linkedHint')}
        checked={item.linkedTo !== undefined}
        onChange={(isLinked) => editor.linkSound(item.id, isLinked)}
      />
      <ItemTimes placed={placed} />
      <Button icon="trash" tone="danger" onClick={() => editor.deleteItem(item.id)}>
        {t('common.delete')}
      </Button>
    </div>
  );
}
