import { readMsisdn } from '../phone-forms.ts';
import type { OutboundBatch } from '../provider.ts';
import type { CmEntry } from './answer.ts';
import { readReference } from './reference.ts';

/** What was said of one of our messages. */
export interface NamedEntry {
  readonly messageId: string;
  readonly entry: CmEntry;
}

/**
 * Puts what CM says to the messages it is about, in the order of the batch. Null unless each is named once and nothing else is:
 * an answer that leaves one out, or speaks of others, is not the answer to this request.
 */
export function nameEntries(
  entries: readonly CmEntry[],
  { messages }: OutboundBatch,
): readonly NamedEntry[] | null {
  const idOf = new Map(messages.map(({ recipient, id }) => [recipient, id.toLowerCase()]));
  const byId = new Map(
    entries.map((entry) => [
      entry.reference ? readReference(entry.reference) : idOf.get(readMsisdn(entry.to ?? '') ?? ''),
      entry,
    ]),
  );
  const named = messages.flatMap(({ id }) => {
    const entry = byId.get(id.toLowerCase());
    return entry === undefined ? [] : [{ messageId: id, entry }];
  });
  return named.length === messages.length && named.length === entries.length ? named : null;
}
