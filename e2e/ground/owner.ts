import { type APIRequestContext, type BrowserContextOptions, request } from '@playwright/test';

/** What the owner chooses in place of the one-time password. */
export const ownerPassword = 'three quiet herons';

/** Cookies and storage of a browser, as Playwright takes them. */
export type BrowserState = Exclude<BrowserContextOptions['storageState'], string | undefined>;

export const curlewUrl = (): string => process.env['CURLEW_URL'] ?? '';

export const ownerEmail = (): string => process.env['CURLEW_EMAIL'] ?? '';

export const oneTimePassword = (): string => process.env['CURLEW_ONE_TIME_PASSWORD'] ?? '';

const signIn = (api: APIRequestContext, password: string) =>
  api.post('/api/auth/sign-in/email', { data: { email: ownerEmail(), password } });

// A story that runs alone finds the one-time password still in force.
const settle = async (api: APIRequestContext): Promise<void> => {
  if ((await signIn(api, ownerPassword)).ok()) return;
  const first = await signIn(api, oneTimePassword());
  if (!first.ok()) throw new Error(`the owner cannot sign in: ${first.status()} ${await first.text()}`);
  const changed = await api.post('/api/auth/change-password', {
    data: { currentPassword: oneTimePassword(), newPassword: ownerPassword, revokeOtherSessions: true },
  });
  if (!changed.ok()) throw new Error(`the password was not changed: ${changed.status()}`);
};

/** Signs the owner in without a page, and gives what a browser then holds. */
export const signInOwner = async (origin = curlewUrl()): Promise<BrowserState> => {
  const api = await request.newContext({ baseURL: origin, extraHTTPHeaders: { origin } });
  try {
    await settle(api);
    return await api.storageState();
  } finally {
    await api.dispose();
  }
};
