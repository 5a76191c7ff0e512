import { expect, it } from 'vitest';
import { noteOf } from './note-of.ts';

const issue = (code: string, field: string, severity: 'error' | 'warning' = 'error') => ({
  code,
  severity,
  nodeId: 'n1',
  field,
  message: `about ${code}`,
});
const nothing = { hint: undefined, warning: undefined, error: undefined };

it.each([
  ['something missing as a hint', issue('sender_missing', 'sender'), { hint: 'about sender_missing' }],
  ['something wrong as an error', issue('sender_invalid', 'sender'), { error: 'about sender_invalid' }],
  [
    'something unlikely as a warning',
    issue('url_unencrypted', 'sender', 'warning'),
    { warning: 'about url_unencrypted' },
  ],
  ['nothing of what the counter says', issue('message_too_long', 'sender'), {}],
  ['nothing of another field', issue('sender_invalid', 'name'), {}],
])('notes %s', (_, found, note) => {
  expect(noteOf([issue('other', 'versions'), found], 'sender')).toEqual({ ...nothing, ...note });
});
