import { createHash } from 'node:crypto';
import type { IncomingMessage } from '@curlew/providers';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import { newId } from '../../new-id.ts';
import type { OpenIntegration } from '../integrations/service.ts';
import { findNumberOwners, trackIncoming } from '../messages/service.ts';
import { insertIncoming, releaseKeys } from './incoming-store.ts';

// The same whenever a text is told again. Where the operator has no id, a text that says the same at the same time is the same.
const keyOf = ({ id, from, to, text, at, reference }: IncomingMessage): string => {
  if (id !== null) return `id ${id}`;
  const said = JSON.stringify([from, to, text, at, reference]);
  return `sha256 ${createHash('sha256').update(said).digest('hex')}`;
};

// Operators repeat a call for a month at most. With nothing but its words, what comes later was said anew.
const repeatedForMs = 35 * 86_400_000;

const hasOnlyWords = ({ id, at }: IncomingMessage): boolean => id === null && at === null;

// Operators try for a month at most; a time from before is that of a clock which is wrong.
const oldestMs = 40 * 86_400_000;

const momentOf = ({ at }: IncomingMessage, now: Date): Date => {
  const told = at === null ? now : new Date(at);
  return told > now || now.getTime() - told.getTime() > oldestMs ? now : told;
};

/** Keeps the texts that are new, and tracks those of customers: once, however often and in whatever order they are told. */
export const applyIncoming = async (
  connection: PoolClient,
  { projectId, id: integrationId, provider }: OpenIntegration,
  { texts, now }: { texts: readonly IncomingMessage[]; now: Date },
): Promise<void> => {
  if (texts.length === 0) return;
  const names = texts.map(({ from, reference }) => ({
    from,
    // One that is no id of ours cannot be looked for.
    reference: z.uuid().safeParse(reference).data ?? null,
  }));
  const owners = await findNumberOwners(connection, { projectId, integrationId }, names);
  const ownerOf = new Map(owners.map((owner) => [owner.index, owner]));
  const told = texts.map((text, index) => ({
    id: newId(),
    providerKey: keyOf(text),
    from: text.from,
    to: text.to,
    text: text.text,
    customerId: ownerOf.get(index)?.customerId ?? null,
    answered: ownerOf.get(index)?.answered ?? null,
    receivedAt: momentOf(text, now),
  }));
  const before = new Date(now.getTime() - repeatedForMs);
  await releaseKeys(connection, { integrationId, before }, texts.filter(hasOnlyWords).map(keyOf));
  const kept = await insertIncoming(connection, { projectId, integrationId }, told);
  const news = told.flatMap(({ customerId, receivedAt: at, ...text }) =>
    customerId !== null && kept.has(text.id) ? [{ ...text, customerId, at }] : [],
  );
  await trackIncoming(connection, { projectId, provider: provider.id, texts: news });
};
