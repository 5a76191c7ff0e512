import { expect, it } from 'vitest';
import { canvasCommandOf } from './canvas-command.ts';

const press = (keys: string) => {
  const parts = keys.split('+');
  return canvasCommandOf({
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Cmd'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  });
};

it.each([
  ['Ctrl+z', 'undo'],
  ['Cmd+z', 'undo'],
  ['Ctrl+Shift+Z', 'redo'],
  ['Cmd+Shift+z', 'redo'],
  ['Ctrl+y', 'redo'],
  ['Ctrl+d', 'duplicate'],
  ['Cmd+a', 'selectAll'],
  ['Delete', 'remove'],
  ['Backspace', 'remove'],
  ['c', 'connect'],
  ['n', 'add'],
  ['T', 'addNote'],
  ['1', 'fit'],
  ['2', 'zoomToSelection'],
  ['Ctrl+Shift+L', 'tidy'],
  ['Enter', 'open'],
  ['Escape', 'leave'],
  ['Shift+?', 'showShortcuts'],
])('%s means %s', (keys, command) => {
  expect(press(keys)).toBe(command);
});

it.each(['z', 'Ctrl+c', 'Ctrl+Shift+y', 'Alt+Delete', 'Ctrl+Delete', 'toString', 'Ctrl+k'])(
  '%s is left to others',
  (keys) => {
    expect(press(keys)).toBeNull();
  },
);
