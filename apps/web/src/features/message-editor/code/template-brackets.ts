import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { bracketMatching } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { findOpenTag } from '../completion/open-tag.ts';
import { endTyping } from './type-over-end.ts';

const inText = { closeBrackets: { brackets: ['{'] } };
const inTag = { closeBrackets: { brackets: ['(', '[', '{', "'", '"'] } };

/** Closes braces as they are opened, within a tag also brackets and quotes, and shows which belong together. */
export const templateBrackets: Extension = [
  EditorState.languageData.of((state, position) => [
    findOpenTag(state.sliceDoc(0, position)) === null ? inText : inTag,
  ]),
  endTyping,
  closeBrackets(),
  keymap.of(closeBracketsKeymap),
  bracketMatching(),
];
