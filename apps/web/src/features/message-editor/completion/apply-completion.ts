import { startCompletion } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import type { TemplateCompletion } from './template-completion.ts';

interface TextAround {
  readonly before: string;
  readonly after: string;
}

/** What is typed for a completion, and how much of what follows it goes. */
export const fitCompletion = (insert: string, { before, after }: TextAround) => {
  // Directly behind braces a space makes it readable.
  const lead = /\{[{%]$/.test(before) ? ' ' : '';
  // A tag that brings its own end takes the place of the one that the editor has typed.
  const [ownEnd = ''] = insert.includes('%}') ? (/^\s*%?\}/.exec(after) ?? []) : [];
  const trail = ownEnd === '' && /^[%}]\}/.test(after) && insert.endsWith('$0') ? ' ' : '';
  const text = `${lead}${insert}${trail}`;
  return { text: text.replace('$0', ''), cursor: text.indexOf('$0'), eaten: ownEnd.length };
};

const contextLength = 2;
const longestEnd = 8;

/** Puts a completion in, and the cursor where one goes on. */
export const applyCompletion = (
  view: EditorView,
  { insert, takesBack, goesOn }: TemplateCompletion,
  place: { readonly from: number; readonly to: number },
): void => {
  const from = place.from - takesBack;
  const { text, cursor, eaten } = fitCompletion(insert, {
    before: view.state.sliceDoc(Math.max(0, from - contextLength), from),
    after: view.state.sliceDoc(place.to, place.to + longestEnd),
  });
  view.dispatch({
    changes: { from, to: place.to + eaten, insert: text },
    selection: { anchor: from + cursor },
    userEvent: 'input.complete',
  });
  if (goesOn) startCompletion(view);
};
