import { isRedirect, type AnyRedirect } from '@tanstack/react-router';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { ApiError } from '../lib/api-error.ts';
import { meQuery } from '../lib/me-query.ts';
import { requireMe, requireSettledMe, returnSearch } from './require-me.ts';

const me = {
  user: { id: 'u', name: 'Jana', email: 'jana@example.com' },
  projects: [],
  mustChangePassword: false,
};

const clientWith = (answer: typeof me): QueryClient => {
  const client = new QueryClient();
  client.setQueryData(meQuery.queryKey, answer);
  return client;
};

const redirectOf = async (call: Promise<unknown>): Promise<AnyRedirect['options']> => {
  const thrown: unknown = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (!isRedirect(thrown)) throw new Error(`expected a redirect, got ${String(thrown)}`);
  return thrown.options;
};

it('gives who is signed in', async () => {
  expect(await requireSettledMe(clientWith(me), '/projects/a')).toEqual(me);
});

it('leads to the new password first, and back afterwards', async () => {
  const client = clientWith({ ...me, mustChangePassword: true });
  expect(await redirectOf(requireSettledMe(client, '/projects/a?x=1'))).toMatchObject({
    to: '/change-password',
    search: { returnTo: '/projects/a?x=1' },
  });
  expect(await requireMe(client, '/change-password')).toMatchObject({ mustChangePassword: true });
});

it.each([
  ['/', {}],
  ['/sign-in', {}],
  ['//evil.example', {}],
  ['/projects/a', { returnTo: '/projects/a' }],
])('keeps %s as %j', (href, search) => {
  expect(returnSearch(href)).toEqual(search);
});

const answerWith = (status: number, code: string) =>
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response(JSON.stringify({ error: { code, message: 'x' } }), { status })),
  );

afterEach(() => {
  vi.unstubAllGlobals();
});

it('leads whoever is not signed in to the sign-in page, and back afterwards', async () => {
  answerWith(401, 'not_signed_in');
  expect(await redirectOf(requireMe(new QueryClient(), '/projects/a'))).toMatchObject({
    to: '/sign-in',
    search: { returnTo: '/projects/a' },
  });
});

it('leaves every other failure to the screen that shows it', async () => {
  answerWith(503, 'unavailable');
  await expect(requireMe(new QueryClient(), '/projects/a')).rejects.toBeInstanceOf(ApiError);
});
