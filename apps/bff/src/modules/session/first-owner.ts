import { randomBytes } from 'node:crypto';
import type { PrismaClient } from '../../database/generated/client.ts';
import { newId } from '../../new-id.ts';
import type { Auth } from './auth.ts';
import { countUsers } from './store.ts';

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

/** Creates the owner when there is no user yet; null when there is one. */
export const createFirstOwner = async (auth: Auth, prisma: PrismaClient): Promise<FirstOwner | null> => {
  if ((await countUsers(prisma)) > 0) return null;
  const owner = { userId: newId(), email: 'owner@curlew.local', oneTimePassword: createPassword() };
  const context = await auth.$context;
  const password = await context.password.hash(owner.oneTimePassword);
  await prisma.$transaction([
    prisma.user.create({
      data: {
        id: owner.userId,
        name: 'Owner',
        email: owner.email,
        emailVerified: true,
        mustChangePassword: true,
      },
    }),
    prisma.account.create({
      data: {
        id: newId(),
        accountId: owner.userId,
        providerId: 'credential',
        userId: owner.userId,
        password,
      },
    }),
  ]);
  return owner;
};
