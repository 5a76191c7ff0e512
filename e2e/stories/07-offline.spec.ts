import { expect, type Page } from '@playwright/test';
import { nodeOf, savedNote } from '../ground/canvas.ts';
import { type MadeScenario, makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { story } from '../ground/story.ts';

// The browser notes each request that does not get through.
story.use({ expectedError: /ERR_FAILED/ });

const saves = '**/api/projects/*/scenarios/*/draft';

/** Renames a message, which cannot be saved. */
const rename = async (page: Page): Promise<void> => {
  await nodeOf(page, 'Offer').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Written offline');
  // A narrow screen has a banner for it instead.
  await expect(
    page.getByText(/^Not saved: Curlew could not be reached/).filter({ visible: true }),
  ).toBeVisible();
};

const renameWhileAway = async (page: Page, scenario: MadeScenario): Promise<void> => {
  await page.goto(scenario.address);
  await expect(nodeOf(page, 'Offer')).toBeVisible();
  await page.route(saves, (route) => route.abort());
  await rename(page);
};

const messageName = async (scenario: MadeScenario): Promise<string | undefined> =>
  (await scenario.read()).document.nodes[1]?.name;

story(
  'what is changed while the server is away is kept, and saved when it is back',
  async ({ page, request, projectId }) => {
    const scenario = await makeScenario(request, projectId, { name: 'Away', document: nowToSms() });
    await renameWhileAway(page, scenario);
    expect(await messageName(scenario)).toBe('Offer');
    await expect(nodeOf(page, 'Written offline')).toBeVisible();

    await page.unroute(saves);
    await expect(savedNote(page)).toBeVisible();
    expect(await messageName(scenario)).toBe('Written offline');
  },
);

story('it may be saved at once by hand', async ({ page, request, projectId }) => {
  const scenario = await makeScenario(request, projectId, { name: 'Away, by hand', document: nowToSms() });
  await renameWhileAway(page, scenario);
  await page.unroute(saves);
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(savedNote(page)).toBeVisible();
  expect(await messageName(scenario)).toBe('Written offline');
});

/** Where it is kept, over a reload too, that nothing can be saved. */
const awayKey = 'story.away';

/** What a page sends while it goes away gets past routes: saves are held back where they begin. */
const holdSaves = (page: Page): Promise<unknown> =>
  page.addInitScript((key) => {
    const send = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      const isSave = init?.method === 'PUT' && typeof input === 'string' && input.endsWith('/draft');
      return isSave && sessionStorage.getItem(key)
        ? Promise.reject(new TypeError('Failed to fetch'))
        : send(input, init);
    };
  }, awayKey);

story('a reload keeps what could not be saved', async ({ page, request, projectId }) => {
  const scenario = await makeScenario(request, projectId, { name: 'Away, reloaded', document: nowToSms() });
  await holdSaves(page);
  await page.goto(scenario.address);
  await page.evaluate((key) => sessionStorage.setItem(key, 'yes'), awayKey);
  await rename(page);
  await page.reload();
  await expect(nodeOf(page, 'Written offline')).toBeVisible();
  await expect(
    page.getByText('Changes that were not saved before this page was closed are back.'),
  ).toBeVisible();
  expect(await messageName(scenario)).toBe('Offer');

  await page.evaluate((key) => sessionStorage.removeItem(key), awayKey);
  await expect(savedNote(page)).toBeVisible();
  expect(await messageName(scenario)).toBe('Written offline');
});

story('a reload after everything was saved changes nothing', async ({ page, request, projectId }) => {
  const scenario = await makeScenario(request, projectId, { name: 'Reloaded', document: nowToSms() });
  await page.goto(scenario.address);
  await nodeOf(page, 'Offer').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Saved');
  await expect(savedNote(page)).toBeVisible();
  const { document } = await scenario.read();
  await page.reload();
  await expect(nodeOf(page, 'Saved')).toBeVisible();
  await expect(page.getByText(/not saved before/)).toHaveCount(0);
  expect((await scenario.read()).document).toEqual(document);
});
