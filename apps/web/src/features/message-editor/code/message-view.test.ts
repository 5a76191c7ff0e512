// @vitest-environment jsdom
import { EditorView } from '@codemirror/view';
import { afterEach, expect, it } from 'vitest';
import { createMessageView, type MessageView } from './message-view.ts';

const opened: MessageView[] = [];
afterEach(() => {
  for (const view of opened.splice(0)) view.destroy();
  document.body.replaceChildren();
});

const open = (text: string, isReadOnly = false) => {
  const changes: string[] = [];
  const settings = { label: 'Message, English', describedBy: 'hint', isReadOnly, attributes: {} };
  const message = createMessageView({
    parent: document.body,
    text,
    settings,
    onChange: (changed) => changes.push(changed),
  });
  opened.push(message);
  const view = EditorView.findFromDOM(document.body);
  if (!view) throw new Error('no editor in the page');
  const type = (typed: string) =>
    view.dispatch({ changes: { from: view.state.doc.length, insert: typed }, userEvent: 'input.type' });
  return { message, view, changes, type, settings, text: () => view.state.doc.toString() };
};

it('gives every change to the caller and keeps none back', () => {
  const { type, changes } = open('Hi');
  type('!');
  type('?');
  expect(changes).toEqual(['Hi!', 'Hi!?']);
});

it('lets its own texts come back late without undoing newer keys', () => {
  const { message, type, text } = open('');
  type('a');
  type('b');
  type('c');
  message.receive('a');
  expect(text()).toBe('abc');
  message.receive('abc');
  expect(text()).toBe('abc');
});

it('shows a text from elsewhere, keeps the cursor, and does not report it', () => {
  const { message, view, changes, text } = open('Hello world');
  view.dispatch({ selection: { anchor: 5 } });
  message.receive('Hello wide world');
  expect(text()).toBe('Hello wide world');
  expect(view.state.selection.main.head).toBe(5);
  expect(changes).toEqual([]);
});

it('takes over an undo of the caller that leads back to an older text', () => {
  const { message, type, text } = open('');
  type('a');
  message.receive('a');
  type('b');
  message.receive('ab');
  message.receive('a');
  expect(text()).toBe('a');
});

it('does not take other line breaks for another text', () => {
  const { message, changes, text } = open('a\r\nb');
  message.receive('a\r\nb');
  expect(text()).toBe('a\nb');
  expect(changes).toEqual([]);
});

it('refuses what could not be saved, and keeps what was there', () => {
  const { type, changes, text } = open('a'.repeat(9_999));
  type('bc');
  expect(text()).toHaveLength(9_999);
  type('b');
  expect(changes.at(-1)).toHaveLength(10_000);
});

it('marks what it shows and has a name', () => {
  open('Hi {{ name }} ž €');
  const classes = ['template', 'unicode', 'extension'].map(
    (kind) => document.querySelector(`.highlight-${kind}`)?.textContent,
  );
  expect(classes).toEqual(['{{ name }}', 'ž', '€']);
  expect(document.querySelector('[role="textbox"]')?.getAttribute('aria-label')).toBe('Message, English');
});

it('shows where a part ends, only where the text is the same for everyone', () => {
  const { message } = open('a'.repeat(161));
  expect(document.querySelector('.cm-part-border')?.textContent).toBe('part 1 ends here');
  message.receive(`${'a'.repeat(161)}{{ x }}`);
  expect(document.querySelector('.cm-part-border')).toBeNull();
});

it('can be read but not changed', () => {
  const { message, view, settings } = open('Hi', true);
  expect(view.state.readOnly).toBe(true);
  expect(document.querySelector('[role="textbox"]')?.getAttribute('aria-readonly')).toBe('true');
  message.configure({ ...settings, isReadOnly: false });
  expect(view.state.readOnly).toBe(false);
});
