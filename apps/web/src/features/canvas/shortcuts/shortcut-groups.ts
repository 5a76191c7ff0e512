interface Shortcut {
  readonly does: string;
  readonly keys: readonly string[];
}

interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

const modifierKey = (): string => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl');

/** What the sheet lists, in the words of this machine's keyboard. */
export const shortcutGroups = (): readonly ShortcutGroup[] => {
  const modifier = modifierKey();
  return [
    {
      title: 'Nodes',
      shortcuts: [
        { does: 'Add a node', keys: ['N'] },
        { does: 'Add a note', keys: ['T'] },
        { does: 'Go to the next node', keys: ['Tab'] },
        { does: 'Open a node', keys: ['Enter'] },
        { does: 'Select a node', keys: ['Space'] },
        { does: 'Close the panel', keys: ['Esc'] },
        { does: 'Connect to…', keys: ['C'] },
        { does: 'Move', keys: ['↑', '↓', '←', '→'] },
        { does: 'Move further', keys: ['Shift', '→'] },
      ],
    },
    {
      title: 'Editing',
      shortcuts: [
        { does: 'Undo', keys: [modifier, 'Z'] },
        { does: 'Redo', keys: [modifier, 'Shift', 'Z'] },
        { does: 'Copy', keys: [modifier, 'C'] },
        { does: 'Cut', keys: [modifier, 'X'] },
        { does: 'Paste', keys: [modifier, 'V'] },
        { does: 'Duplicate', keys: [modifier, 'D'] },
        { does: 'Delete', keys: ['Delete'] },
      ],
    },
    {
      title: 'Selecting',
      shortcuts: [
        { does: 'Select all', keys: [modifier, 'A'] },
        { does: 'Add to the selection', keys: ['Shift', 'click'] },
        { does: 'Select an area', keys: ['Shift', 'drag'] },
      ],
    },
    {
      title: 'View',
      shortcuts: [
        { does: 'Show all', keys: ['1'] },
        { does: 'Show the selection', keys: ['2'] },
        { does: 'Tidy up', keys: [modifier, 'Shift', 'L'] },
        { does: 'Zoom', keys: [modifier, 'scroll'] },
        { does: 'Search and commands', keys: [modifier, 'K'] },
        { does: 'Show this list', keys: ['?'] },
      ],
    },
  ];
};
