import { readFile } from 'node:fs/promises';
import { endpoints } from '@curlew/contract';
import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { lookAt } from '../ground/look-at.ts';
import { makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { startScenario } from '../ground/start-scenario.ts';
import { story } from '../ground/story.ts';

const searchOf = (box: Locator) => box.getByRole('searchbox', { name: 'Search these customers' });
const customersOf = (box: Locator) => box.getByRole('list', { name: 'Customers' }).getByRole('listitem');

/** The lines of the file that a link gives, without its first. */
const linesOf = async (page: Page, box: Locator): Promise<{ name: string; lines: string[] }> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    box.getByRole('link', { name: 'Export CSV' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  const [head, ...lines] = text.trimEnd().split('\r\n');
  expect(head).toBe('\uFEFF"customer_id","registered","name","phone","node","output","time","reason"');
  return { name: download.suggestedFilename(), lines };
};

/** A scenario whose customers have all come to its message. */
const startFound = async (page: Page, request: APIRequestContext, projectId: string) => {
  const scenario = await makeScenario(request, projectId, { name: 'Found', document: nowToSms() });
  await page.goto(scenario.address);
  await startScenario(page);
  const where = { projectId, scenarioId: scenario.id };
  const { items } = await callApi(request, endpoints.listRuns, { params: where });
  const params = { ...where, runId: items[0]?.id ?? '' };
  const read = () => callApi(request, endpoints.getRun, { params });
  await expect.poll(async () => (await read()).walked, { timeout: 60_000 }).toBe(items[0]?.enrolled);
  return { scenario, run: await read() };
};

story(
  'after a start, a marketer finds who was at a node and whom it sent nothing, and takes them as a file',
  async ({ page, request, projectId }) => {
    const { scenario, run } = await startFound(page, request, projectId);

    await page.getByRole('button', { name: 'Who was at Offer' }).click();
    const who = page.getByRole('dialog', { name: 'Offer' });
    await who.getByRole('tab', { name: /^Left/ }).click();
    const someone = customersOf(who).nth(3).getByRole('link');
    const name = (await someone.textContent()) ?? '';
    const all = await linesOf(page, who);
    expect(all.name).toBe('Found, version 1, Offer.csv');
    expect(all.lines).toHaveLength(run.enrolled);
    expect(all.lines[0]).toMatch(
      /,"Offer","Left","20\d\d-.*Z","(Message passed on to be sent|Not sent: .*)"$/,
    );

    await searchOf(who).fill(name.toUpperCase());
    await expect(customersOf(who).filter({ hasNotText: name })).toHaveCount(0);
    await expect(customersOf(who).filter({ hasText: name }).first()).toBeVisible();
    await expect(who.getByRole('link', { name: 'Export CSV' })).toHaveAttribute('href', /search=/);
    await lookAt(page, '43-who-found');
    const { lines } = await linesOf(page, who);
    expect(lines).toHaveLength(await customersOf(who).count());
    expect(lines.every((line) => line.includes(`"${name}"`))).toBe(true);

    await searchOf(who).fill('nobody is called so');
    await expect(
      who.getByText('Nobody here has “nobody is called so” in their name, e-mail, phone or ids.'),
    ).toBeVisible();
    await page.keyboard.press('Escape');

    // Whom a message was refused, reason by reason.
    await page.getByRole('button', { name: /not sent: why$/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Not sent' });
    const reason = dialog.getByRole('button', { name: 'No phone number' });
    await reason.press('Enter');
    await expect(reason).toHaveAttribute('aria-expanded', 'true');
    const refused = dialog.getByRole('region', { name: 'Who: No phone number' });
    await expect(customersOf(refused).first()).toContainText('Not sent: no phone number');
    const file = await linesOf(page, refused);
    expect(file.lines).toHaveLength(run.refusals.find(({ type }) => type === 'no_phone')?.count ?? 0);
    await lookAt(page, '43-who-refused');
    const first = customersOf(refused).first().getByRole('link');
    const other = (await first.textContent()) ?? '';
    await searchOf(refused).fill(other);
    await expect(customersOf(refused).filter({ hasNotText: other })).toHaveCount(0);
    await first.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: `${other} in Found` })).toBeVisible();

    // Of any run, also one that another took the place of.
    await page.goto(scenario.address);
    await page.getByRole('button', { name: 'All runs' }).click();
    await page.getByRole('button', { name: 'Messages of version 1' }).click();
    const numbers = page.getByRole('dialog', { name: 'Messages of version 1' });
    await numbers.getByRole('button', { name: 'No phone number' }).click();
    await expect(customersOf(numbers).first()).toContainText('Not sent: no phone number');
  },
);
