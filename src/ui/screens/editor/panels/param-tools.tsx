/** What moves a parameter: keyframes at the playhead, and a source that it follows. */
import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Flicks } from '../../../../core/time';
import { frameDuration, snapToFrame } from '../../../../core/time';
import type { Drive, EffectInstance, ParamKey } from '../../../../effects/effect';
import { withKey, withoutKey } from '../../../../studio/keyframes';
import { classNames } from '../../../components/class-names';
import { Icon } from '../../../components/icons';
import { useStudio, useStudioState } from '../../../studio-context';
import type { PlacedItem } from '../timeline-rows';
import { DriveFields } from './drive-fields';
import { KeyList } from './key-list';
import styles from './tiles.module.css';

export interface ParamToolsProps {
  placed: PlacedItem & { kind: 'effects' };
  /** Parameter name, or `strength`. */
  name: string;
  /** What a person calls it. */
  label: string;
  /** As it is at the playhead. */
  value: ParamKey['value'];
  canFollow: boolean;
  onChange: (patch: Partial<Pick<EffectInstance, 'keys' | 'drives'>>) => void;
}

/** A source at first: the beat, half way, calmed a little. */
const FIRST_DRIVE: Drive = { source: 'beat', amount: 0.5, smoothing: 0.1, low: 0, high: 1 };

/** Two small buttons under a control; what they open stands below. */
export function ParamTools(props: ParamToolsProps): ReactElement {
  const { t } = useTranslation();
  const { placed, name, label } = props;
  const { effect } = placed.item;
  const keys = effect.keys?.[name] ?? [];
  const drive = effect.drives?.[name];
  const at = useTimeInItem(placed);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const setKeys = (next: readonly ParamKey[]): void =>
    props.onChange({ keys: withEntry(effect.keys, name, next.length === 0 ? undefined : next) });
  const setDrive = (next: Drive | undefined): void =>
    props.onChange({ drives: withEntry(effect.drives, name, next) });
  const hasKey = keys.some((key) => key.at === at);
  return (
    <>
      <div className={styles.tools}>
        <button
          type="button"
          className={styles.tool}
          aria-pressed={hasKey}
          aria-label={t(hasKey ? 'editor.keyRemove' : 'editor.keyAdd', { name: label })}
          onClick={() =>
            setKeys(hasKey ? withoutKey(keys, at) : withKey(keys, { at, value: props.value, ease: 'smooth' }))
          }
        >
          <Icon name="keyframe" size={16} />
          {keys.length > 0 ? keys.length : t('editor.keyframe')}
        </button>
        {props.canFollow ? (
          <button
            type="button"
            className={styles.tool}
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={t('editor.followOf', { name: label })}
            onClick={() => {
              if (drive === undefined) setDrive(FIRST_DRIVE);
              setOpen(!isOpen);
            }}
          >
            <Icon name="beat" size={16} />
            {drive === undefined ? t('editor.follow') : t(`editor.source.${drive.source}`)}
          </button>
        ) : null}
      </div>
      {keys.length > 0 ? (
        <KeyList start={placed.item.start} label={label} keys={keys} onChange={setKeys} />
      ) : null}
      <div id={id} className={classNames(isOpen && drive !== undefined && styles.drive)}>
        {isOpen && drive !== undefined ? (
          <DriveFields
            label={label}
            drive={drive}
            onChange={setDrive}
            onRemove={() => {
              setDrive(undefined);
              setOpen(false);
            }}
          />
        ) : null}
      </div>
    </>
  );
}

/** The playhead since the start of the item, on a frame, inside the item. */
export function useTimeInItem({ item }: ParamToolsProps['placed']): Flicks {
  const { editor } = useStudio();
  return useStudioState(editor.store, ({ time, project }) => {
    const fps = project?.fps ?? 30;
    const last = Math.max(0, item.duration - frameDuration(fps));
    return snapToFrame(Math.min(Math.max(0, time - item.start), last) as Flicks, fps);
  });
}

/** The record with this entry set, or without it. */
function withEntry<T>(
  record: Readonly<Record<string, T>> | undefined,
  name: string,
  value: T | undefined,
): Readonly<Record<string, T>> {
  const { [name]: _before, ...rest } = record ?? {};
  return value === undefined ? rest : { ...rest, [name]: value };
}
