import { createHash, randomBytes } from 'node:crypto';
import type { AppContext } from '../../app-context.ts';
import type { Connection } from '../../database/database.ts';
import { readCustomerIds } from '../customers/service.ts';
import { insertIdentityToken, takeIdentityToken } from './store.ts';

const lifetimeMs = 24 * 60 * 60 * 1_000;

const hashOf = (token: string): Uint8Array => createHash('sha256').update(token).digest();

/** Makes a token by which a page learns once, within a day, who followed a link. */
export const createIdentityToken = async (
  connection: Connection,
  { projectId, customerId, at }: { projectId: string; customerId: string; at: Date },
): Promise<string> => {
  const token = randomBytes(16).toString('base64url');
  await insertIdentityToken(connection, {
    hash: hashOf(token),
    projectId,
    customerId,
    expiresAt: new Date(at.getTime() + lifetimeMs),
  });
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
