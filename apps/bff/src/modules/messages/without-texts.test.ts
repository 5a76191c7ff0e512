import { expect, it } from 'vitest';
import { withoutTexts } from './without-texts.ts';

const messages = [{ text: 'Hi Jana, your points: 7' }, { text: 'Hi Peter, your points: 8' }, { text: '' }];

it.each([
  ['Cannot send the text "Hi Jana, your points: 7" to a phone', 'Cannot send the text "…" to a phone'],
  ['Cannot send Hi Peter, your points: 8', 'Cannot send …'],
  ["The text 'Hi Pet...' is spam", "The text '…' is spam"],
  ['The text “your points” is spam', 'The text “…” is spam'],
  ['The sender "Curlew" is not yours', 'The sender "Curlew" is not yours'],
  ['Wrong', 'Wrong'],
])('%s', (said, kept) => {
  expect(withoutTexts(said, messages)).toBe(kept);
});
