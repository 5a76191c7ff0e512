import { randomBytes } from 'node:crypto';
import type { PrismaClient } from '../../database/generated/client.ts';
import { newId } from '../../new-id.ts';
import type { Auth } from './auth.ts';
import { countUsers, insertOwner, readUnclaimedOwner, replacePassword } from './store.ts';

export interface FirstOwner {
  readonly userId: string;
  readonly email: string;
  /** Printed once and kept nowhere. */
  readonly oneTimePassword: string;
}

// No letters or digits that look alike.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

const createPassword = (): string => {
  const letters = Array.from(randomBytes(64))
    .filter((byte) => byte < alphabet.length * 8)
    .map((byte) => alphabet[byte % alphabet.length])
    .slice(0, 16)
    .join('');
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
};

const email = 'owner@curlew.local';

const isTaken = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'P2002';

/**
 * Creates the owner when there is no user yet. Until they have signed in and chosen a password of their own, every
 * start gives them a new one-time password, so that a lost one locks nobody out. Null once that is done.
 */
export const prepareFirstOwner = async (auth: Auth, prisma: PrismaClient): Promise<FirstOwner | null> => {
  const isFirstStart = (await countUsers(prisma)) === 0;
  const unclaimed = isFirstStart ? null : await readUnclaimedOwner(prisma, email);
  if (!isFirstStart && !unclaimed) return null;
  const oneTimePassword = createPassword();
  const context = await auth.$context;
  const password = await context.password.hash(oneTimePassword);
  if (unclaimed) {
    await replacePassword(prisma, unclaimed.id, password);
    return { userId: unclaimed.id, email, oneTimePassword };
  }
  const userId = newId();
  try {
    await insertOwner(prisma, { userId, accountId: newId(), name: 'Owner', email, password });
  } catch (cause) {
    // Another process started at the same moment and was first: its owner gets the password of this one.
    if (isTaken(cause)) return prepareFirstOwner(auth, prisma);
    throw cause;
  }
  return { userId, email, oneTimePassword };
};
