/** How all sounds of the film meet: rows up and down, music under the voice, one loudness. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EDIT_NAMES } from '../../../../studio/edit-names';
import { IconButton } from '../../../components/icon-button';
import { Slider } from '../../../components/slider';
import { Switch } from '../../../components/switch';
import { formatPercent } from '../../../format';
import { useLocale } from '../../../localized';
import { useStudio, useStudioState } from '../../../studio-context';
import { Fold } from './fold';
import { useGesture } from './use-gesture';
import own from './mix-fields.module.css';

const ROWS = ['video', 'music', 'voice'] as const;

export function MixFields(): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const { editor } = useStudio();
  const gesture = useGesture(EDIT_NAMES.master);
  const master = useStudioState(editor.store, (state) => state.project?.master);
  if (master === undefined) return null;
  return (
    <Fold title={t('editor.mix')}>
      {ROWS.map((kind) => (
        <RowFader key={kind} kind={kind} />
      ))}
      <Slider
        label={t('editor.duck')}
        value={master.duck}
        min={0}
        max={1}
        step={0.05}
        format={(value) => formatPercent(value, locale)}
        onChange={(duck) => editor.changeMaster({ duck })}
        {...gesture}
      />
      <Switch
        label={t('editor.evenLoudness')}
        hint={t('editor.evenLoudnessHint')}
        checked={master.evenLoudness}
        onChange={(evenLoudness) => editor.changeMaster({ evenLoudness })}
      />
    </Fold>
  );
}

function RowFader({ kind }: { kind: (typeof ROWS)[number] }): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const { editor } = useStudio();
  const gesture = useGesture(EDIT_NAMES.changeRow);
  const track = useStudioState(editor.store, ({ project }) =>
    project?.tracks.find((each) => each.kind === kind && each.items.length > 0),
  );
  if (track === undefined || !('muted' in track)) return null;
  const name = t(`editor.row.${kind}`);
  return (
    <div className={own.row}>
      <Slider
        label={t('editor.volumeOf', { name })}
        value={track.volume ?? 1}
        min={0}
        max={2}
        step={0.05}
        disabled={track.muted}
        format={(value) => formatPercent(value, locale)}
        onChange={(volume) => editor.changeRow(kind, { volume })}
        {...gesture}
      />
      <IconButton
        icon={track.muted ? 'mute' : 'volume'}
        label={t('editor.muteOf', { name })}
        pressed={track.muted}
        onClick={() => editor.changeRow(kind, { muted: !track.muted })}
      />
    </div>
  );
}
