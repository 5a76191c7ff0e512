import type { NewMessage } from './insert-store.ts';

type Told = Pick<NewMessage, 'id' | 'recipient' | 'sender' | 'language' | 'text' | 'parts' | 'encoding'>;

/** What every campaign event of a message that left the gate says of it. */
export const messageDetailsOf = ({ id, recipient, sender, language, text, parts, encoding }: Told) => ({
  recipient,
  sender,
  language,
  message: text,
  message_parts: parts,
  encoding,
  message_id: id,
});
