import type { Scenario } from '@curlew/contract';
import { expect, type Page } from '@playwright/test';
import { nodeOf, savedNote } from '../ground/canvas.ts';
import { lookAt } from '../ground/look-at.ts';
import { type MadeScenario, makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { story } from '../ground/story.ts';

// The browser notes that the second save is refused.
story.use({ expectedError: /status of 409/ });

const namesOf = ({ document }: Scenario): readonly string[] => document.nodes.map(({ name }) => name);

const rename = async (page: Page, node: string, name: string): Promise<void> => {
  await nodeOf(page, node).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await expect(nodeOf(page, name)).toBeVisible();
};

/** Two tabs with one scenario open; the first has saved another name for its message. */
const openTwice = async (first: Page, scenario: MadeScenario): Promise<Page> => {
  const second = await first.context().newPage();
  // The second is not told in time that there is something newer.
  await second.route('**/presence', (route) =>
    route.fulfill({ json: { others: [], revision: 0, updatedBy: 'Owner' } }),
  );
  for (const page of [first, second]) {
    await page.goto(scenario.address);
    await expect(nodeOf(page, 'Offer')).toBeVisible();
  }
  await first.bringToFront();
  await rename(first, 'Offer', 'Theirs');
  await expect(savedNote(first)).toBeVisible();
  expect(namesOf(await scenario.read())).toEqual(['Now', 'Theirs']);
  await second.bringToFront();
  return second;
};

/** Makes both change the same node, and opens what asks the second one. */
const disagree = async (first: Page, scenario: MadeScenario): Promise<Page> => {
  const second = await openTwice(first, scenario);
  await rename(second, 'Offer', 'Mine');
  const told = second.getByText(/^Owner saved this scenario since you opened it\./);
  await expect(told).toBeVisible();
  expect(namesOf(await scenario.read())).toEqual(['Now', 'Theirs']);
  await second.getByRole('button', { name: 'Choose what to keep' }).click();
  const dialog = second.getByRole('dialog');
  await expect(dialog.getByText('“Mine” was changed by both of you')).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'You' }).getByRole('insertion')).toHaveText('Mine');
  await expect(dialog.getByRole('region', { name: 'Owner' }).getByRole('insertion')).toHaveText('Theirs');
  return second;
};

story('theirs is taken, mine is kept aside and comes back', async ({ page, request, projectId }) => {
  const scenario = await makeScenario(request, projectId, { name: 'Tabs, theirs', document: nowToSms() });
  const second = await disagree(page, scenario);
  await lookAt(second, 'conflict');
  await second.getByRole('button', { name: 'Use theirs' }).click();
  await expect(nodeOf(second, 'Theirs')).toBeVisible();
  await expect(second.getByText(/^Your version of .* is kept in this browser\.$/)).toBeVisible();
  await second.getByRole('button', { name: 'Bring back' }).click();
  await expect(nodeOf(second, 'Mine')).toBeVisible();
  await expect.poll(async () => namesOf(await scenario.read())).toEqual(['Now', 'Mine']);
});

story('mine is saved, theirs is kept aside and comes back', async ({ page, request, projectId }) => {
  const scenario = await makeScenario(request, projectId, { name: 'Tabs, mine', document: nowToSms() });
  const second = await disagree(page, scenario);
  await second.getByRole('button', { name: 'Keep mine' }).click();
  await second.getByRole('alertdialog').getByRole('button', { name: 'Replace with mine' }).click();
  await expect.poll(async () => namesOf(await scenario.read())).toEqual(['Now', 'Mine']);
  await expect(second.getByText(/^Owner’s version of .* is kept in this browser\.$/)).toBeVisible();
  await second.getByRole('button', { name: 'Bring back' }).click();
  await expect.poll(async () => namesOf(await scenario.read())).toEqual(['Now', 'Theirs']);
});

story('mine becomes a scenario of its own', async ({ page, request, projectId }) => {
  const scenario = await makeScenario(request, projectId, { name: 'Tabs, copy', document: nowToSms() });
  const second = await disagree(page, scenario);
  await second.getByRole('button', { name: 'Save a copy' }).click();
  await expect(second.getByRole('heading', { name: 'Tabs, copy (copy)' })).toBeVisible();
  await expect(nodeOf(second, 'Mine')).toBeVisible();
  expect(namesOf(await scenario.read())).toEqual(['Now', 'Theirs']);
});

story('changes of different nodes go together without a question', async ({ page, request, projectId }) => {
  const scenario = await makeScenario(request, projectId, { name: 'Tabs, both', document: nowToSms() });
  const second = await openTwice(page, scenario);
  await rename(second, 'Now', 'Mine');
  await expect(nodeOf(second, 'Theirs')).toBeVisible();
  await expect(
    second.getByText('Owner changed this scenario too. Their changes and yours are both in.'),
  ).toBeVisible();
  await expect.poll(async () => namesOf(await scenario.read())).toEqual(['Mine', 'Theirs']);
});
