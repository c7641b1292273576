/** Which keys do what: the table of the editor, as the person has changed it. */
import { SHORTCUTS, combinationOf, type Combination, type EditorAction, type KeyPress } from './editor-keys';

/** What differs from the table; as it is stored. Actions that are not named keep their own keys. */
export type KeyBindings = Readonly<Record<string, readonly Combination[]>>;

/** One line of the list of keys. */
export interface BoundAction {
  readonly action: EditorAction;
  readonly keys: readonly Combination[];
  readonly isChanged: boolean;
}

/** Every action with its keys, in the order of the table. */
export function boundActions(bindings: KeyBindings): readonly BoundAction[] {
  return SHORTCUTS.map(({ action, keys }) => {
    const own = Object.hasOwn(bindings, action) ? bindings[action] : undefined;
    return { action, keys: own ?? keys, isChanged: own !== undefined };
  });
}

/** The action of a key press; null when the key means nothing here. */
export function actionOf(press: KeyPress, bindings: KeyBindings): EditorAction | null {
  const wanted = nameOf(combinationOf(press));
  return (
    boundActions(bindings).find(({ keys }) => keys.some((combination) => nameOf(combination) === wanted))
      ?.action ?? null
  );
}

/**
 * Gives an action a key in place of those that it had. The key is taken away from whatever it meant before.
 * @returns the new bindings, and who lost the key
 */
export function rebind(
  bindings: KeyBindings,
  action: EditorAction,
  combination: Combination,
): { readonly bindings: KeyBindings; readonly lost: EditorAction | null } {
  const wanted = nameOf(combination);
  let lost: EditorAction | null = null;
  const next: Record<string, readonly Combination[]> = { ...bindings };
  for (const other of boundActions(bindings)) {
    if (other.action === action || !other.keys.some((keys) => nameOf(keys) === wanted)) continue;
    lost = other.action;
    next[other.action] = other.keys.filter((keys) => nameOf(keys) !== wanted);
  }
  next[action] = [combination];
  return { bindings: next, lost };
}

/** Gives an action its own keys back, and takes them from whoever has them now. */
export function restore(bindings: KeyBindings, action: EditorAction): KeyBindings {
  const own = SHORTCUTS.find((shortcut) => shortcut.action === action)?.keys ?? [];
  const names = new Set(own.map(nameOf));
  const { [action]: _changed, ...others } = bindings;
  const next: Record<string, readonly Combination[]> = { ...others };
  for (const other of boundActions(others)) {
    if (other.action === action || !other.keys.some((keys) => names.has(nameOf(keys)))) continue;
    next[other.action] = other.keys.filter((keys) => !names.has(nameOf(keys)));
  }
  return next;
}

/** The same for the same keys, in whichever order the modifiers are named. */
function nameOf(combination: Combination): string {
  return [...combination.slice(0, -1).toSorted(), combination.at(-1)].join('+');
}
