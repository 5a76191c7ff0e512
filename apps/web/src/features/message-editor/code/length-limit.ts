import { EditorState } from '@codemirror/state';
import { formatNumber } from '../../../lib/format-number.ts';
import { notify } from '../../../ui/notify.ts';

// What languageVersionSchema of the scenario takes; a longer one could not be saved.
const mostCharacters = 10_000;

/** Refuses what would make a message longer than can be saved, and says so. */
export const lengthLimit = EditorState.changeFilter.of(({ docChanged, newDoc, startState }) => {
  if (!docChanged || newDoc.length <= mostCharacters || newDoc.length <= startState.doc.length) return true;
  notify.failed(
    `A message holds at most ${formatNumber(mostCharacters)} characters and this would have ${formatNumber(newDoc.length)}: nothing was added.`,
  );
  return false;
});
