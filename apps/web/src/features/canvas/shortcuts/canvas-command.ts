/** What a key can ask of the canvas. */
export type CanvasCommand =
  | 'undo'
  | 'redo'
  | 'remove'
  | 'duplicate'
  | 'selectAll'
  | 'connect'
  | 'open'
  | 'leave'
  | 'add'
  | 'addNote'
  | 'tidy'
  | 'fit'
  | 'zoomToSelection'
  | 'showShortcuts';

/** Those that change the document: a viewer has no use for them. */
export const editingCommands: ReadonlySet<CanvasCommand> = new Set([
  'undo',
  'redo',
  'remove',
  'duplicate',
  'connect',
  'add',
  'addNote',
  'tidy',
]);

/** Those that are meant for the whole canvas wherever the focus is, the panel of a node included. */
export const panelCommands: ReadonlySet<CanvasCommand> = new Set([
  'undo',
  'redo',
  'fit',
  'leave',
  'showShortcuts',
]);

type KeyMap = ReadonlyMap<string, CanvasCommand>;
type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const withModifier: KeyMap = new Map([
  ['y', 'redo'],
  ['d', 'duplicate'],
  ['a', 'selectAll'],
]);

const alone: KeyMap = new Map([
  ['Delete', 'remove'],
  ['Backspace', 'remove'],
  ['Enter', 'open'],
  ['Escape', 'leave'],
  ['c', 'connect'],
  ['C', 'connect'],
  ['n', 'add'],
  ['N', 'add'],
  ['t', 'addNote'],
  ['T', 'addNote'],
  ['1', 'fit'],
  ['2', 'zoomToSelection'],
  ['?', 'showShortcuts'],
]);

/** The command of a key press; null when it has none. Ctrl and Cmd are the same, on every machine. */
export const canvasCommandOf = ({ key, ctrlKey, metaKey, shiftKey, altKey }: Keys): CanvasCommand | null => {
  if (altKey) return null;
  if (!ctrlKey && !metaKey) return alone.get(key) ?? null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  if (letter === 'l' && shiftKey) return 'tidy';
  return shiftKey ? null : (withModifier.get(letter) ?? null);
};
