import { expect, type Page } from '@playwright/test';
import { savedNote } from '../ground/canvas.ts';
import { lookAt } from '../ground/look-at.ts';
import { paste } from '../ground/paste.ts';
import { type MadeScenario, makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { story } from '../ground/story.ts';

// The browser notes each request that does not get through.
story.use({ expectedError: /ERR_FAILED|ERR_INTERNET_DISCONNECTED/ });

const openEditor = async (page: Page, scenario: MadeScenario) => {
  await page.goto(`${scenario.address}?node=offer`);
  await page.getByRole('button', { name: 'Open editor' }).click();
  const message = page.getByRole('textbox', { name: 'Message, English' });
  await expect(message).toBeFocused();
  return message;
};

story(
  'a template without end, a hundred thousand characters, hidden ones and objects',
  async ({ page, request, projectId }) => {
    const scenario = await makeScenario(request, projectId, { name: 'Bad input', document: nowToSms() });
    const message = await openEditor(page, scenario);
    const preview = page.getByRole('complementary', { name: 'Preview' });

    await message.fill('{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}');
    await expect(preview.getByText(/more than 100000 steps/)).toBeVisible();
    await page.keyboard.type('!');
    await expect(message).toContainText('!');

    await message.fill('Short');
    await paste(message, 'a'.repeat(100_000));
    await expect(
      page.getByText(
        /A message holds at most 10,000 characters and this would have 100,005: nothing was added/,
      ),
    ).toBeVisible();
    await expect(message).toHaveText('Short');

    await message.fill('שלום \u200b \u202eabc\u202c {{ customer_ids }}');
    await expect(message.getByText('ZWSP')).toHaveAttribute('title', /^zero-width space, U\+200B\./);
    await expect(message.getByText('RLO')).toHaveAttribute('title', /can look like another text/);
    await expect(preview.getByText('ZWSP')).toBeVisible();
    await expect(preview.getByRole('region', { name: 'Phone' })).toContainText("{'");
    await lookAt(page, '31-bad-input');
  },
);

const saves = '**/api/projects/*/scenarios/*/draft';

/** What a page sends while it goes away gets past routes: it is held back where it begins. */
const loseLastTry = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const send = globalThis.fetch;
    globalThis.fetch = (input, init) =>
      init?.keepalive ? Promise.reject(new TypeError('Failed to fetch')) : send(input, init);
  });
};

const textIn = async (scenario: MadeScenario): Promise<string> =>
  JSON.stringify((await scenario.read()).document.nodes.map(({ settings }) => settings));

story('typed text outlives a lost connection and a reload', async ({ page, request, projectId }) => {
  const scenario = await makeScenario(request, projectId, { name: 'Never lost', document: nowToSms() });
  await loseLastTry(page);
  await page.route(saves, (route) => route.abort());
  await openEditor(page, scenario);
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' and more');
  await page.reload();
  await page.getByRole('button', { name: 'Open editor' }).click();
  await expect(page.getByRole('textbox', { name: 'Message, English' })).toContainText('and more');
  expect(await textIn(scenario)).not.toContain('and more');
  await page.getByRole('button', { name: 'Close' }).last().click();
  await page.unroute(saves);
  await expect(savedNote(page)).toBeVisible();
  expect(await textIn(scenario)).toContain('and more');
});

story('typed text outlives a crash of its tab', async ({ page, context, request, projectId }) => {
  const scenario = await makeScenario(request, projectId, { name: 'Crashed', document: nowToSms() });
  await page.route(saves, (route) => route.abort());
  await openEditor(page, scenario);
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' before the crash');
  // What is typed is kept a moment later; a crash gives no time for more.
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(Object.entries(localStorage))))
    .toContain('before the crash');
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  const next = await context.newPage();
  await next.goto(scenario.address);
  await expect(next.getByText(/^Your version of .* is kept in this browser\.$/)).toBeVisible({
    timeout: 20_000,
  });
  expect(await textIn(scenario)).not.toContain('before the crash');
  await next.getByRole('button', { name: 'Bring back' }).click();
  await expect.poll(() => textIn(scenario)).toContain('before the crash');
});

story('what is pasted and could cost less is offered to be swapped', async ({ page, request, projectId }) => {
  const scenario = await makeScenario(request, projectId, { name: 'Pasted', document: nowToSms() });
  const message = await openEditor(page, scenario);
  await message.fill('Hi, ');
  await paste(message, '“it’s on”');
  await expect(message).toContainText('“it’s on”');
  await expect(
    page.getByRole('status').filter({ hasText: 'Pasted 3 characters that cost more' }),
  ).toBeVisible();
  await message.getByText('’', { exact: true }).hover();
  await expect(
    page.getByRole('button', { name: 'Replace all 3 characters (Unicode becomes GSM-7)' }),
  ).toBeVisible();
  await lookAt(page, '31-pasted');
  await page.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(message).toContainText('"it\'s on"');

  await page.getByRole('button', { name: 'Emoji' }).click();
  await page.getByRole('combobox', { name: 'Search emoji' }).fill('thumbs up');
  await expect(page.getByText(/^2 units/).first()).toBeVisible();
  await lookAt(page, '31-emoji');
  await page.keyboard.press('Enter');
  await expect(message).toContainText('👍');
});
