/** The keys of the editor: one table behind the keyboard and the sheet that lists it. */

/** Everything that a key or a button of the timeline does. */
export const EDITOR_ACTIONS = [
  'play',
  'shuttleBack',
  'pause',
  'shuttleForward',
  'frameBack',
  'frameForward',
  'secondBack',
  'secondForward',
  'toStart',
  'toEnd',
  'previousCut',
  'nextCut',
  'markIn',
  'markOut',
  'clearRange',
  'marker',
  'split',
  'cutToBeat',
  'trimStart',
  'trimEnd',
  'moveEarlier',
  'moveLater',
  'freeze',
  'reverse',
  'recordVoice',
  'selectAll',
  'cut',
  'copy',
  'paste',
  'duplicate',
  'delete',
  'leaveGap',
  'undo',
  'redo',
  'zoomIn',
  'zoomOut',
  'zoomFit',
  'snap',
  'deselect',
  'help',
] as const;

export type EditorAction = (typeof EDITOR_ACTIONS)[number];

/** What of a key press counts. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** One line of the list of shortcuts. */
export interface Shortcut {
  readonly action: EditorAction;
  /** Keys as they are printed; `Mod` is Ctrl, or Cmd on a Mac. Alternatives side by side. */
  readonly keys: readonly Combination[];
}

/** In the order of the list. */
export const SHORTCUTS: readonly Shortcut[] = [
  { action: 'play', keys: [['Space']] },
  { action: 'shuttleBack', keys: [['J']] },
  { action: 'pause', keys: [['K']] },
  { action: 'shuttleForward', keys: [['L']] },
  { action: 'frameBack', keys: [['←'], [',']] },
  { action: 'frameForward', keys: [['→'], ['.']] },
  { action: 'secondBack', keys: [['Shift', '←']] },
  { action: 'secondForward', keys: [['Shift', '→']] },
  { action: 'toStart', keys: [['Home']] },
  { action: 'toEnd', keys: [['End']] },
  { action: 'previousCut', keys: [['↑']] },
  { action: 'nextCut', keys: [['↓']] },
  { action: 'markIn', keys: [['I']] },
  { action: 'markOut', keys: [['O']] },
  { action: 'clearRange', keys: [['X']] },
  { action: 'marker', keys: [['M']] },
  { action: 'split', keys: [['S']] },
  { action: 'cutToBeat', keys: [['B']] },
  { action: 'trimStart', keys: [['[']] },
  { action: 'trimEnd', keys: [[']']] },
  { action: 'moveEarlier', keys: [['Alt', '←']] },
  { action: 'moveLater', keys: [['Alt', '→']] },
  { action: 'freeze', keys: [['F']] },
  { action: 'reverse', keys: [['R']] },
  { action: 'recordVoice', keys: [['V']] },
  { action: 'selectAll', keys: [['Mod', 'A']] },
  { action: 'cut', keys: [['Mod', 'X']] },
  { action: 'copy', keys: [['Mod', 'C']] },
  { action: 'paste', keys: [['Mod', 'V']] },
  { action: 'duplicate', keys: [['Mod', 'D']] },
  { action: 'delete', keys: [['Delete'], ['Backspace']] },
  {
    action: 'leaveGap',
    keys: [
      ['Shift', 'Delete'],
      ['Shift', 'Backspace'],
    ],
  },
  { action: 'undo', keys: [['Mod', 'Z']] },
  { action: 'redo', keys: [['Shift', 'Mod', 'Z']] },
  { action: 'zoomIn', keys: [['+']] },
  { action: 'zoomOut', keys: [['-']] },
  { action: 'zoomFit', keys: [['0']] },
  { action: 'snap', keys: [['N']] },
  { action: 'deselect', keys: [['Esc']] },
  { action: 'help', keys: [['?']] },
];

/** Where the browser says a key by another name than it is printed. */
const PRINTED: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  '=': '+',
  _: '-',
  '{': '[',
  '}': ']',
};

/** Signs that need Shift on some keyboards: with them Shift says nothing of its own. */
const SIGNS: readonly string[] = ['+', '-', '?', '[', ']', ',', '.'];

/** A key with what is held beside it, as they are printed: modifiers first. */
export type Combination = readonly string[];

/** A key press as it is printed. */
export function combinationOf(press: KeyPress): Combination {
  const printed = PRINTED[press.key] ?? (press.key.length === 1 ? press.key.toUpperCase() : press.key);
  return [
    ...(press.shiftKey && !SIGNS.includes(printed) ? ['Shift'] : []),
    ...(press.ctrlKey || press.metaKey ? ['Mod'] : []),
    ...(press.altKey ? ['Alt'] : []),
    printed,
  ];
}

/** Keys that go on as long as they are held down. */
export function repeats(action: EditorAction): boolean {
  return [
    'frameBack',
    'frameForward',
    'secondBack',
    'secondForward',
    'zoomIn',
    'zoomOut',
    'previousCut',
    'nextCut',
  ].includes(action);
}
