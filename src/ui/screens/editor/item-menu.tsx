/** The menu of an item, or of the empty timeline: right click, the menu key, or Shift + F10. Everything in it is elsewhere too. */
import { Menu } from '@base-ui/react/menu';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../components/icons';
import { useStudio, useStudioState } from '../../studio-context';
import { canDo, type EditorActions } from './editor-actions';
import type { EditorAction } from './editor-keys';
import { findItem, type RowKind } from './timeline-rows';
import styles from './item-menu.module.css';

/** Where the menu was asked for, and for what; null is the ground between the items. */
export interface MenuRequest {
  readonly x: number;
  readonly y: number;
  readonly itemId: string | null;
}

type MenuLine = readonly [EditorAction, IconName];

const GROUND: readonly MenuLine[] = [
  ['paste', 'paste'],
  ['marker', 'marker'],
  ['selectAll', 'film'],
  ['cutToBeat', 'beat'],
  ['recordVoice', 'mic'],
];

const ANY: readonly MenuLine[] = [
  ['cut', 'trim-start'],
  ['copy', 'copy'],
  ['paste', 'paste'],
  ['duplicate', 'copy'],
  ['trimStart', 'trim-start'],
  ['trimEnd', 'trim-end'],
];

const CLIP: readonly MenuLine[] = [
  ['split', 'split'],
  ['freeze', 'pause'],
  ['reverse', 'undo'],
  ['leaveGap', 'film'],
];

const LAST: readonly MenuLine[] = [['delete', 'trash']];

function linesFor(kind: RowKind | null): readonly MenuLine[] {
  if (kind === null) return GROUND;
  return [...ANY, ...(kind === 'video' ? CLIP : []), ...LAST];
}

export function ItemMenu(props: {
  request: MenuRequest | null;
  actions: EditorActions;
  onClose: () => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const { request } = props;
  const kind = useStudioState(editor.store, ({ project }) =>
    request === null || project === null ? null : (findItem(project, request.itemId)?.kind ?? null),
  );
  const anchor = useMemo(
    () => ({ getBoundingClientRect: () => new DOMRect(request?.x ?? 0, request?.y ?? 0, 0, 0) }),
    [request],
  );
  if (request === null) return null;
  return (
    <Menu.Root open onOpenChange={(open) => !open && props.onClose()} modal={false}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} side="bottom" align="start" className={styles.place}>
          <Menu.Popup className={styles.menu} aria-label={t('editor.menu')}>
            {linesFor(kind).map(([action, icon]) => (
              <MenuItem key={action} action={action} icon={icon} actions={props.actions} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function MenuItem(props: { action: EditorAction; icon: IconName; actions: EditorActions }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const isPossible = useStudioState(editor.store, (state) => canDo(props.action, state));
  return (
    <Menu.Item className={styles.item} disabled={!isPossible} onClick={() => props.actions[props.action]()}>
      <Icon name={props.icon} size={18} />
      {t(`editor.action.${props.action}`)}
    </Menu.Item>
  );
}
