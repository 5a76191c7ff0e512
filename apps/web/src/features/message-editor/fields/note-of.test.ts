import { expect, it } from 'vitest';
import { noteOf } from './note-of.ts';

const issue = (code: string, field: string) => ({
  code,
  severity: 'error' as const,
  nodeId: 'n1',
  field,
  message: `about ${code}`,
});

it.each([
  ['something missing as a hint', 'sender_missing', { hint: 'about sender_missing', error: undefined }],
  ['something wrong as an error', 'sender_invalid', { hint: undefined, error: 'about sender_invalid' }],
  ['nothing of what the counter says', 'message_too_long', { hint: undefined, error: undefined }],
])('notes %s', (_, code, note) => {
  expect(noteOf([issue('other', 'versions'), issue(code, 'sender')], 'sender')).toEqual(note);
});
