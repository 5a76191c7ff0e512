// @vitest-environment jsdom
import { EditorView } from '@codemirror/view';
import { afterEach, expect, it } from 'vitest';
import { emptyCompletionData } from '../completion/completion-data.ts';
import { undo } from '@codemirror/commands';
import { createMessageView, type KeptView, type MessageView } from './message-view.ts';
import type { PastedOffer } from './pasted-text.ts';

const opened: MessageView[] = [];
afterEach(() => {
  for (const view of opened.splice(0)) view.destroy();
  document.body.replaceChildren();
});

const open = (text: string, isReadOnly = false, kept?: KeptView) => {
  const changes: string[] = [];
  const offers: (PastedOffer | null)[] = [];
  const settings = {
    label: 'Message, English',
    describedBy: 'hint',
    isReadOnly,
    completionData: emptyCompletionData,
    linkBase: null,
  };
  const message = createMessageView({
    parent: document.body,
    text,
    settings,
    onChange: (changed) => changes.push(changed),
    onPastedOffer: (offer) => offers.push(offer),
    kept,
  });
  opened.push(message);
  const view = EditorView.findFromDOM(document.body);
  if (!view) throw new Error('no editor in the page');
  const type = (typed: string) =>
    view.dispatch({ changes: { from: view.state.doc.length, insert: typed }, userEvent: 'input.type' });
  const paste = (pasted: string) =>
    view.dispatch({ changes: { from: view.state.doc.length, insert: pasted }, userEvent: 'input.paste' });
  return { message, view, changes, offers, type, paste, settings, text: () => view.state.doc.toString() };
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

it('puts a snippet in at the cursor, which then stands where one goes on', () => {
  const { message, view, text } = open('Hi ');
  view.dispatch({ selection: { anchor: 3 } });
  message.insert('{{ customer.$0 }}');
  expect(text()).toBe('Hi {{ customer. }}');
  expect(view.state.selection.main.head).toBe('Hi {{ customer.'.length);
});

it('puts an emoji in and goes on behind it', () => {
  const { message, view, text } = open('Hi');
  view.dispatch({ selection: { anchor: 2 } });
  message.insert('👍');
  expect(text()).toBe('Hi👍');
  expect(view.state.selection.main.head).toBe(4);
});

it('keeps what is pasted as it is, and offers to swap what costs more', () => {
  const { message, paste, type, offers, text } = open('Say: ');
  paste('“it’s on”');
  expect(text()).toBe('Say: “it’s on”');
  expect(offers.at(-1)).toEqual({ count: 3, saving: 'Unicode becomes GSM-7' });
  type('!');
  message.answerPasted('replace');
  expect(text()).toBe('Say: "it\'s on"!');
  expect(offers.at(-1)).toBeNull();
});

it('keeps it on demand, and offers nothing for what costs no more', () => {
  const { message, paste, offers, text } = open('');
  paste('plain');
  expect(offers.at(-1)).toBeNull();
  paste('it’s');
  message.answerPasted('keep');
  expect(text()).toBe('plainit’s');
  expect(offers.at(-1)).toBeNull();
});

it('goes on where an editor of the same text was left', () => {
  const first = open('Hi');
  first.type('!');
  const kept = first.message.keep();
  first.message.destroy();
  document.body.replaceChildren();
  const second = open('Hi!', false, kept);
  undo(second.view);
  expect(second.text()).toBe('Hi');
});

it('begins anew where the text is another by now', () => {
  const first = open('Hi');
  first.type('!');
  const kept = first.message.keep();
  first.message.destroy();
  document.body.replaceChildren();
  const second = open('Hello', false, kept);
  undo(second.view);
  expect(second.text()).toBe('Hello');
});

it('shows in its place what is not seen', () => {
  open('a\u200bb \u202eabc');
  expect([...document.querySelectorAll('.hidden-mark')].map(({ textContent }) => textContent)).toEqual([
    'ZWSP',
    'RLO',
  ]);
});
