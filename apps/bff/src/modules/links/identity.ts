import { createHash } from 'node:crypto';
import { identityTokenLength } from '@curlew/engine';
import type { AppContext } from '../../app-context.ts';
import type { Connection } from '../../database/database.ts';
import { readCustomerIds } from '../customers/service.ts';
import { randomLetters } from './random-letters.ts';
import { deleteExpiredTokens, insertIdentityTokens, takeIdentityToken } from './store.ts';

const lifetimeMs = 24 * 60 * 60 * 1_000;

const hashOf = (token: string): Uint8Array => createHash('sha256').update(token).digest();

export const newIdentityToken = (): string => randomLetters(identityTokenLength);

interface OwnToken {
  readonly token: string;
  readonly customerId: string;
}

/** Lets each of these tokens be exchanged once, until they expire. */
export const keepIdentityTokens = (
  connection: Connection,
  where: { projectId: string; expiresAt: Date },
  tokens: readonly OwnToken[],
): Promise<void> =>
  insertIdentityTokens(
    connection,
    where,
    tokens.map(({ token, customerId }) => ({ hash: hashOf(token), customerId })),
  );

/** Makes a token by which a page learns once, within a day, who followed a link. */
export const createIdentityToken = async (
  connection: Connection,
  { projectId, customerId, at }: { projectId: string; customerId: string; at: Date },
): Promise<string> => {
  const token = newIdentityToken();
  const expiresAt = new Date(at.getTime() + lifetimeMs);
  await keepIdentityTokens(connection, { projectId, expiresAt }, [{ token, customerId }]);
  return token;
};

/** The ids of the customer a token stands for, which is worth nothing afterwards; null where it is worth nothing. */
export const exchangeIdentityToken = async (
  { database, now }: AppContext,
  token: string,
): Promise<Readonly<Record<string, readonly string[]>> | null> => {
  const taken = await takeIdentityToken(database.pool, hashOf(token), now());
  return taken ? readCustomerIds(database.pool, taken) : null;
};

/** Forgets the tokens that were never exchanged in time: every click may leave one. */
export const forgetExpiredTokens = async ({
  database,
  now,
}: Pick<AppContext, 'database' | 'now'>): Promise<void> => {
  while ((await deleteExpiredTokens(database.pool, now())) > 0);
};
