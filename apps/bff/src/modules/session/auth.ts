import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import type { PrismaClient } from '../../database/generated/client.ts';
import { clientAddressHeader } from '../../http/client-address.ts';
import { newId } from '../../new-id.ts';

export interface AuthOptions {
  readonly prisma: PrismaClient;
  readonly publicUrl: string;
  readonly secret: string;
}

// On one's own machine both names lead here, and people type either.
const originsOf = (publicUrl: string): string[] => {
  const { origin, hostname, port, protocol } = new URL(publicUrl);
  const twin = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' }[hostname];
  return twin === undefined ? [origin] : [origin, `${protocol}//${twin}:${port}`];
};

/** better-auth over our tables: e-mail and password, no open registration, sign-in attempts limited. */
export const createAuth = ({ prisma, publicUrl, secret }: AuthOptions) =>
  betterAuth({
    appName: 'Curlew',
    baseURL: publicUrl,
    basePath: '/api/auth',
    trustedOrigins: originsOf(publicUrl),
    secret,
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: {
      additionalFields: { mustChangePassword: { type: 'boolean', input: false, defaultValue: false } },
    },
    session: { expiresIn: 60 * 60 * 24 * 7, updateAge: 60 * 60 * 24 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: 10 } },
    },
    advanced: {
      database: { generateId: () => newId() },
      useSecureCookies: publicUrl.startsWith('https://'),
      cookiePrefix: 'curlew',
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    databaseHooks: {
      account: {
        update: {
          after: async (account) => {
            // The one-time password is done with as soon as the owner has set one of their own.
            await prisma.user.updateMany({
              where: { id: account.userId, mustChangePassword: true },
              data: { mustChangePassword: false },
            });
          },
        },
      },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });

export type Auth = ReturnType<typeof createAuth>;
