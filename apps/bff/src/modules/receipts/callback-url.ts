import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AppContext } from '../../app-context.ts';
import { deriveKey } from '../../secret-box.ts';

// Operators that do not sign are told apart from strangers by this part of the address.
const secretPart = (installationSecret: string, integrationId: string): string =>
  createHmac('sha256', deriveKey(installationSecret, 'callback address'))
    .update(integrationId)
    .digest('base64url');

/** Where an operator reports to. */
export const callbackUrl = (context: AppContext, integrationId: string): string =>
  `${context.publicUrl}/hooks/${integrationId}/${secretPart(context.installationSecret, integrationId)}`;

/** Compares in constant time. Operators go on calling the address they were given under an earlier secret. */
export const isCallbackSecret = (context: AppContext, integrationId: string, given: string): boolean => {
  const actual = Buffer.from(given);
  return [context.installationSecret, ...context.config.previousSecrets].some((secret) => {
    const expected = Buffer.from(secretPart(secret, integrationId));
    return expected.length === actual.length && timingSafeEqual(expected, actual);
  });
};
