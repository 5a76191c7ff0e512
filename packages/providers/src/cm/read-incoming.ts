import { z } from 'zod';
import { readIncoming, type IncomingMessage } from '../incoming.ts';
import { cleanOperatorText } from '../operator-text.ts';
import { readUtcTime } from '../utc-time.ts';
import { readReference } from './reference.ts';

// A number by itself, or with what else is known of its owner.
const party = z.union([z.string(), z.object({ number: z.string() }).transform(({ number }) => number)]);
const message = z.union([
  z.string(),
  // Of a picture there is no text.
  z.object({ text: z.string().nullish().catch(null) }).transform(({ text }) => text ?? ''),
]);

const details = {
  from: party,
  to: party,
  reference: z.string().nullish().catch(null),
  timeUtc: z.string().transform(readUtcTime).nullable().catch(null),
  channel: z.string().nullish().catch(null),
};

// Today's form, and the older flat one.
const textSchema = z.union([
  z.object({ ...details, message }).transform((told) => ({ ...told, text: told.message })),
  z.object({ ...details, body: z.string() }).transform((told) => ({ ...told, text: told.body })),
]);

/** Reads a text that a phone sent; none where it came by another channel than SMS, null where the call is about something else. */
export function readCmIncoming(body: unknown): readonly IncomingMessage[] | null {
  const told = textSchema.safeParse(body);
  if (!told.success) return null;
  const { from, to, text, timeUtc: at, channel } = told.data;
  if (channel && channel.toUpperCase() !== 'SMS') return [];
  const said = told.data.reference ?? '';
  // It is that of the message that is answered, and of all answers to it, else something of CM's own: no id of this one to rely on.
  const reference = readReference(said) ?? (cleanOperatorText(said, []) || null);
  return readIncoming({ id: null, from, to, text, at, reference });
}
