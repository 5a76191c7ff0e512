import { isSpace } from '../syntax/characters.ts';

/** Jinja2's title: a word begins after white space or one of - ( { [ <, so that an apostrophe does not start one. */
export function titleWords(text: string): string {
  let result = '';
  let word = '';
  const flush = (): void => {
    const [first = ''] = word;
    result += first.toUpperCase() + word.slice(first.length).toLowerCase();
    word = '';
  };
  for (const character of text) {
    if (!isSpace(character.charCodeAt(0)) && !'-({[<'.includes(character)) {
      word += character;
      continue;
    }
    flush();
    result += character;
  }
  flush();
  return result;
}
