import { endpoints } from '@curlew/contract';
import { expect, test } from '@playwright/test';
import { callApi } from './call-api.ts';
import { type BrowserState, curlewUrl, signInOwner } from './owner.ts';
import { startCurlew } from './start-curlew.ts';
import { watchConsole } from './watch-console.ts';

interface StoryFixtures {
  /** What the console may say without failing the story; null: nothing. */
  readonly expectedError: RegExp | null;
  readonly quietConsole: undefined;
  readonly projectId: string;
}

interface WorkerFixtures {
  /** Of this worker alone. */
  readonly product: { readonly url: string };
  readonly owner: BrowserState;
}

/** A test by someone signed in as the owner, which fails when a page complains in its console. */
export const story = test.extend<StoryFixtures, WorkerFixtures>({
  expectedError: [null, { option: true }],
  product: [
    // Playwright reads from the braces what a fixture needs.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const stop = await startCurlew();
      await use({ url: curlewUrl() });
      await stop();
    },
    { scope: 'worker', auto: true, timeout: 180_000 },
  ],
  owner: [async ({ product }, use) => use(await signInOwner(product.url)), { scope: 'worker' }],
  baseURL: async ({ product }, use) => use(product.url),
  storageState: async ({ owner }, use) => use(owner),
  quietConsole: [
    async ({ context, expectedError }, use) => {
      const errors = watchConsole(context);
      await use(undefined);
      expect(errors.filter((error) => !expectedError?.test(error))).toEqual([]);
    },
    { auto: true },
  ],
  projectId: async ({ request }, use) => {
    const { projects } = await callApi(request, endpoints.getMe);
    const [project] = projects;
    if (!project) throw new Error('the owner has no project');
    await use(project.id);
  },
});

/** The browser of someone who is not signed in. */
export const signedOut: BrowserState = { cookies: [], origins: [] };
