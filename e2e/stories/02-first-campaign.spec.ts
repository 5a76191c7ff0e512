import { type CustomerSummary, endpoints } from '@curlew/contract';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import {
  canvasOf,
  connectionOf,
  dragConnection,
  dragNew,
  dragNode,
  nodeOf,
  savedNote,
} from '../ground/canvas.ts';
import { campaignEventsOf, findCustomer } from '../ground/find-customer.ts';
import { formatNumber } from '../ground/format-number.ts';
import { previewFor } from '../ground/preview-for.ts';
import { readScenario, scenarioIdsOf } from '../ground/scenario-at.ts';
import { story } from '../ground/story.ts';

story.describe.configure({ mode: 'serial' });

let address = '';

const refusalWords = new Map([
  ['no_phone', 'No phone number'],
  ['invalid_phone', 'Not a phone number'],
  ['us_not_enabled', 'US number, not switched on'],
]);

const template = 'Hi {{ customer.first_name }}, it’s 5 € off until Sunday';

/** One of a few people whose message was delivered: the carrier loses some. */
const findReached = async (request: APIRequestContext, projectId: string): Promise<CustomerSummary> => {
  for (const search of ['zoe.muller@', 'jana.novakova@example.com', 'zoe.whitaker@', 'stephane.lhopital@']) {
    const customer = await findCustomer(request, projectId, { search });
    const events = await campaignEventsOf(request, projectId, {
      customerId: customer.id,
      campaign: 'Spring offer',
    });
    if (events.some(({ status }) => status === 'delivered')) return customer;
  }
  throw new Error('none of them was reached');
};

const openScenario = async (page: Page): Promise<void> => {
  await page.goto(address);
  await expect(nodeOf(page, 'Now')).toBeVisible();
};

story('draws it with the mouse, and undoes and redoes every step', async ({ page, request }) => {
  const documentNow = async () => (await readScenario(page, request)).document;

  await page.goto('/');
  await page.getByRole('button', { name: 'New scenario' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Spring offer');
  await page.getByRole('button', { name: 'Create scenario' }).click();
  await expect(page.getByRole('heading', { name: 'Spring offer' })).toBeVisible();
  address = page.url();

  await dragNew(page, 'Now', { x: 200, y: 200 });
  await dragNew(page, 'SMS', { x: 600, y: 200 });
  await expect(nodeOf(page, 'Now')).toBeVisible();
  await expect(nodeOf(page, 'SMS')).toBeVisible();

  await dragConnection(page, 'Now', 'SMS');
  await expect(connectionOf(page, 'Now', 'SMS')).toBeAttached();
  await expect(savedNote(page)).toBeVisible();
  const connected = await documentNow();
  expect(connected.nodes.map(({ kind }) => kind)).toEqual(['now', 'sms']);
  expect(connected.edges).toHaveLength(1);

  await dragNode(page, 'SMS', { x: 80, y: 160 });
  await expect.poll(documentNow).not.toEqual(connected);
  const moved = await documentNow();
  expect(moved.nodes[0]).toEqual(connected.nodes[0]);
  expect(moved.nodes[1]?.position).not.toEqual(connected.nodes[1]?.position);

  await nodeOf(page, 'SMS').click();
  await page.getByRole('region', { name: 'SMS settings' }).getByRole('button', { name: 'Delete' }).click();
  await expect(nodeOf(page, 'SMS')).toBeHidden();
  await expect(connectionOf(page, 'Now', 'SMS')).not.toBeAttached();
  await expect.poll(async () => (await documentNow()).nodes).toHaveLength(1);
  const deleted = await documentNow();

  const toolbar = page.getByRole('toolbar', { name: 'Canvas' });
  const undo = toolbar.getByRole('button', { name: 'Undo' });
  const redo = toolbar.getByRole('button', { name: 'Redo' });
  await undo.click();
  await expect.poll(documentNow).toEqual(moved);
  await undo.click();
  await expect.poll(documentNow).toEqual(connected);
  await redo.click();
  await expect.poll(documentNow).toEqual(moved);
  await redo.click();
  await expect.poll(documentNow).toEqual(deleted);
  await expect(redo).toBeDisabled();

  await undo.click();
  await expect.poll(documentNow).toEqual(moved);
  await canvasOf(page).press('Control+Shift+Z');
  await expect.poll(documentNow).toEqual(deleted);
  await canvasOf(page).press('Control+Z');
  await expect.poll(documentNow).toEqual(moved);
  await expect(savedNote(page)).toBeVisible();
});

story('writes the message, seeing what each character costs', async ({ page }) => {
  await openScenario(page);
  await nodeOf(page, 'SMS').click();
  const panel = page.getByRole('region', { name: 'SMS settings' });
  await panel.getByRole('textbox', { name: 'Name' }).fill('Spring');
  await panel.getByRole('button', { name: 'Open editor' }).click();

  const editor = page.getByRole('dialog', { name: 'Spring' });
  const sender = editor.getByRole('combobox', { name: 'Sender' });
  await sender.fill('Heron and Reed');
  await expect(editor.getByText(/^The sender is too long: /)).toBeVisible();
  await sender.fill('HeronReed');
  await expect(editor.getByText('Customers cannot reply to a text sender.')).toBeVisible();

  const message = editor.getByRole('textbox', { name: 'Message, English' });
  const counter = editor.getByRole('region', { name: 'Length of the message' });
  await message.click();
  await page.keyboard.type('It’s 5 € off');
  await expect(counter).toContainText(/Unicode.*12 of 70.*1 part of 1/);
  await expect(message.getByText('’', { exact: true })).toHaveClass(/highlight-unicode/);
  await expect(message.getByText('€', { exact: true })).toHaveClass(/highlight-extension/);

  await message.getByText('’', { exact: true }).hover();
  await expect(page.getByText('curly apostrophe, U+2019')).toBeVisible();
  await page.getByRole('button', { name: "Replace with '" }).click();
  await expect(message).toHaveText("It's 5 € off");
  await expect(counter).toContainText(/GSM-7.*13 of 160.*1 part of 1/);

  await message.fill('“5 €” off');
  await editor.getByRole('button', { name: 'Replace 2 characters' }).click();
  await expect(message).toHaveText('"5 €" off');
  await message.press('Control+Z');
  await expect(message).toHaveText('“5 €” off');

  await message.fill('a'.repeat(161));
  await expect(counter).toContainText('8 of 153');
  await expect(counter).toContainText('2 parts, 1 allowed: this will not be sent');

  await message.fill(template);
  await expect(message.getByText('{{ customer.first_name }}')).toHaveClass(/highlight-template/);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(savedNote(page)).toBeVisible();
});

story('previews it as a customer found by search would read it', async ({ page }) => {
  await openScenario(page);
  await nodeOf(page, 'Spring').click();
  await page.getByRole('button', { name: 'Open editor' }).click();
  const preview = page.getByRole('complementary', { name: 'Preview' });
  await previewFor(page, { search: 'zoe.muller', name: /^Zoë Müller/ }, preview);

  const phone = preview.getByRole('region', { name: 'Phone' });
  await expect(phone).toContainText('Hi Zoë, it’s 5 € off until Sunday');
  await expect(phone).toContainText('HeronReed');
  await expect(phone.getByText('’', { exact: true })).toHaveClass(/highlight-unicode/);
  await expect(phone.getByText('ë', { exact: true })).toHaveClass(/highlight-unicode/);
  await expect(phone.getByText('€', { exact: true })).toHaveClass(/highlight-extension/);
  await expect(preview.getByRole('region', { name: 'Length for Zoë Müller' })).toContainText(
    /Unicode.*33 of 70.*1 part of 1/,
  );
  await expect(preview.getByText('Will be sent, 1 part')).toBeVisible();
});

story('starts it, told before what will happen, and watches it to its end', async ({ page, request }) => {
  await openScenario(page);
  const where = scenarioIdsOf(page);
  const forecast = await callApi(request, endpoints.forecastStart, { params: where });
  const [only] = forecast.triggers;
  if (!only) throw new Error('nothing would let anybody in');
  const totalOf = (key: 'messages' | 'parts' | 'refused') =>
    only.nodes.reduce((sum, node) => sum + node[key], 0);
  expect(forecast.customers).toBe(2000);
  expect(totalOf('messages') + totalOf('refused')).toBe(2000);
  expect(totalOf('refused')).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const summary = page.getByRole('dialog', { name: 'Start “Spring offer”?' });
  const sum = only.cost.sums.map(({ currency, amount }) => `${currency} ${Number(amount).toFixed(2)}`);
  expect(sum).toHaveLength(1);
  await expect(summary.getByRole('definition')).toHaveText([
    ...[only.entries ?? 0, totalOf('messages'), totalOf('parts')].map(formatNumber),
    `about ${sum[0]}`,
  ]);
  const refusals = summary.getByRole('region', { name: 'Will not be sent' });
  await expect(refusals.getByRole('heading')).toHaveText(
    `${formatNumber(totalOf('refused'))} will not be sent`,
  );
  await expect(refusals.getByRole('row')).toHaveCount(only.refusals.length + 1);
  for (const { type, count } of only.refusals)
    await expect(
      refusals.getByRole('row', { name: `${refusalWords.get(type)} Spring ${formatNumber(count)}` }),
    ).toBeVisible();

  await summary.getByRole('button', { name: 'Start scenario' }).click();
  const strip = page.getByRole('region', { name: 'Run of version 1' });
  await expect(strip.getByRole('definition').first()).toHaveText('2,000');
  await expect(strip.getByText('Finished')).toBeVisible({ timeout: 45_000 });

  const run = (await readScenario(page, request)).currentRun;
  const counts = run?.nodes.find(({ entered, enqueued }) => entered > 0 && enqueued > 0);
  if (!counts) throw new Error('the run has no counts of the SMS node');
  const notDelivered = counts.failed + counts.rejected;
  expect(counts).toMatchObject({ entered: 2000, enqueued: totalOf('messages'), unknown: 0 });
  expect(counts.sent + counts.rejected).toBe(counts.enqueued);
  expect(counts.delivered + counts.failed).toBe(counts.sent);
  expect(counts.suppressed + counts.enqueueFailed).toBe(totalOf('refused'));

  await expect(strip.getByRole('definition')).toHaveText(
    [2000, counts.sent, counts.delivered, notDelivered].map(formatNumber),
  );
  await expect(nodeOf(page, 'Spring').getByRole('definition')).toHaveText(
    [2000, counts.sent, counts.delivered, notDelivered].map(formatNumber),
  );
  const notSent = formatNumber(totalOf('refused') + counts.unsent);
  await strip.getByRole('button', { name: `${notSent} not sent: why` }).click();
  await expect(page.getByRole('dialog', { name: 'Not sent' }).getByRole('row')).toHaveCount(
    only.refusals.length + 1,
  );
});

story('finds the very text on the very phone', async ({ page, request, projectId }) => {
  const reached = await findReached(request, projectId);
  const [firstName = ''] = reached.name.split(' ');
  await page.goto(address);
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: /^Carrier/ }).click();
  const carrier = await opened;
  await carrier.getByRole('searchbox', { name: 'Search phones' }).fill(reached.phone ?? '');
  await carrier
    .getByRole('navigation', { name: 'Phones' })
    .getByRole('link', { name: reached.phone ?? '' })
    .click();
  const screen = carrier.getByRole('log', { name: `Messages on ${reached.phone}` });
  await expect(
    screen
      .getByRole('listitem')
      .filter({ hasText: `Hi ${firstName}, it’s 5 € off until Sunday` })
      .first(),
  ).toContainText('HeronReed');
});

story('reads at each customer what became of their message', async ({ page, request, projectId }) => {
  const reached = await findReached(request, projectId);
  await page.goto('/');
  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('searchbox', { name: 'Search customers' }).fill(reached.email ?? '');
  await page.getByRole('link', { name: reached.name }).click();
  await expect(page.getByRole('heading', { name: reached.name })).toBeVisible();
  await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'Campaign events' });
  const entries = page
    .getByRole('region', { name: 'Today' })
    .getByRole('listitem')
    .filter({ hasText: 'Spring offer' });
  // The newest is on top.
  await expect(entries).toHaveText([/^Delivered/, /^Sent/, /^Enqueued/]);

  const phoneless = await findCustomer(request, projectId, {
    isWanted: ({ phoneProblem }) => phoneProblem === 'no_phone',
  });
  await page.goto(`/projects/${projectId}/customers/${phoneless.id}?events=campaign`);
  await expect(entries).toHaveText([/^Suppressed.*No phone number/]);
});
