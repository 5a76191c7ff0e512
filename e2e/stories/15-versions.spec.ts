import { endpoints } from '@curlew/contract';
import { addNode, type ScenarioDocument } from '@curlew/scenario';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { canvasOf, nodeOf, savedNote } from '../ground/canvas.ts';
import { lookAt } from '../ground/look-at.ts';
import { type MadeScenario, makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { story } from '../ground/story.ts';

const historyOf = (page: Page) => page.getByRole('region', { name: 'Version history' });
const changesOf = (page: Page) => page.getByRole('region', { name: 'What changed' });
const versionOf = (page: Page, name: RegExp) =>
  page.getByRole('region', { name: 'Versions' }).getByRole('button', { name });

const openHistory = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Version history' }).click();
  await expect(historyOf(page)).toBeVisible();
};

const nameVersion = async (page: Page, name: string): Promise<void> => {
  await historyOf(page).getByRole('button', { name: 'Name', exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(versionOf(page, new RegExp(`^${name}`))).toBeVisible();
};

/** Another sender and message, a Wait in between, and Now elsewhere. */
const change = (document: ScenarioDocument): ScenarioDocument => {
  const grown = addNode(document, { kind: 'wait', id: 'wait', position: { x: 320, y: 0 } });
  return {
    ...grown,
    nodes: grown.nodes.map((node) => {
      if (node.kind === 'now') return { ...node, position: { x: -64, y: 32 } };
      if (node.kind !== 'sms') return node;
      const versions = [{ language: 'en', message: 'Hello {{ customer.first_name }}, 20 % off' }];
      return {
        ...node,
        position: { x: 640, y: 0 },
        settings: { ...node.settings, sender: 'Heron&Reed', versions },
      };
    }),
    edges: [
      { id: 'now-wait', source: 'now', output: 'out', target: 'wait' },
      { id: 'wait-offer', source: 'wait', output: 'out', target: 'offer' },
    ],
  };
};

const saveElsewhere = async (
  request: APIRequestContext,
  projectId: string,
  scenario: MadeScenario,
): Promise<void> => {
  const { revision, document } = await scenario.read();
  await callApi(request, endpoints.saveDraft, {
    params: { projectId, scenarioId: scenario.id },
    body: { revision, document: change(document) },
  });
};

/** A scenario whose first version has a name and whose second is another. */
const makeHistory = async (
  page: Page,
  request: APIRequestContext,
  { projectId, name }: { readonly projectId: string; readonly name: string },
): Promise<MadeScenario> => {
  const scenario = await makeScenario(request, projectId, { name, document: nowToSms() });
  await page.goto(scenario.address);
  await expect(nodeOf(page, 'Offer')).toBeVisible();
  await openHistory(page);
  await expect(changesOf(page).getByText('This is where the scenario begins.')).toBeVisible();
  await nameVersion(page, 'Before the sale');
  await page.keyboard.press('Escape');
  await expect(historyOf(page)).toBeHidden();
  await saveElsewhere(request, projectId, scenario);
  // What was saved elsewhere comes in by itself.
  await expect(nodeOf(page, 'Wait')).toBeVisible({ timeout: 15_000 });
  await expect(savedNote(page)).toBeVisible();
  return scenario;
};

story('what changed is shown on the canvas and in words', async ({ page, request, projectId }) => {
  await makeHistory(page, request, { projectId, name: 'Versions, what changed' });
  await openHistory(page);
  await expect(versionOf(page, /^Draft 2 Current/)).toHaveAttribute('aria-current', 'true');

  const canvas = page.getByRole('application', { name: 'Version' });
  for (const [node, how] of [
    ['Wait', 'added'],
    ['Offer', 'changed'],
    ['Now', 'moved'],
  ] as const)
    await expect(canvas.getByRole('group', { name: new RegExp(`^${node}, .*, ${how}$`) })).toBeVisible();
  await expect(canvas.getByRole('group', { name: 'Connection from Now to Offer, removed' })).toBeAttached();

  const changes = changesOf(page);
  await expect(changes.getByText('6 changes since “Before the sale”')).toBeVisible();
  await expect(changes.getByRole('button', { name: 'SMS Offer Changed' })).toBeVisible();
  await expect(changes.getByRole('deletion').filter({ hasText: /^HeronReed$/ })).toBeVisible();
  await expect(changes.getByRole('insertion').filter({ hasText: /^Heron&Reed$/ })).toBeVisible();
  await expect(changes.getByRole('deletion').filter({ hasText: /^Hi$/ })).toBeVisible();
  await expect(changes.getByRole('insertion').filter({ hasText: /^, 20 % off$/ })).toBeVisible();
  await lookAt(page, 'version-history');
});

story('an old version is brought back, and taken back', async ({ page, request, projectId }) => {
  const scenario = await makeHistory(page, request, { projectId, name: 'Versions, restore' });
  const { document: newer } = await scenario.read();
  await openHistory(page);
  await versionOf(page, /^Before the sale/).click();
  const canvas = page.getByRole('application', { name: 'Version' });
  await expect(canvas.getByRole('group', { name: /^Wait, / })).toBeHidden();
  await historyOf(page).getByRole('button', { name: 'Restore' }).click();

  await expect(historyOf(page)).toBeHidden();
  await expect(nodeOf(page, 'Offer')).toBeVisible();
  await expect(nodeOf(page, 'Wait')).toBeHidden();
  // The number of the Wait is never handed out again.
  const { document: restored } = await scenario.read();
  expect(restored).toEqual({ ...nowToSms(), nextNumber: newer.nextNumber });

  await canvasOf(page).click({ position: { x: 300, y: 40 } });
  await page.keyboard.press('Control+z');
  await expect(nodeOf(page, 'Wait')).toBeVisible();
  await expect.poll(async () => (await scenario.read()).document).toEqual(newer);
  await openHistory(page);
  await expect(versionOf(page, /^Draft 3 Current.*Brought back draft 1$/)).toBeVisible();
  await expect(versionOf(page, /^Draft 2 /)).toBeVisible();
});

story(
  'two versions are compared by keyboard, and Escape leads back',
  async ({ page, request, projectId }) => {
    await makeHistory(page, request, { projectId, name: 'Versions, compare' });
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('version history');
    await page.keyboard.press('Enter');
    await versionOf(page, /^Draft 2 /).focus();
    await page.keyboard.press('ArrowDown');
    await expect(versionOf(page, /^Before the sale/)).toBeFocused();
    await expect(changesOf(page).getByText('This is where the scenario begins.')).toBeVisible();
    await page.getByRole('combobox', { name: 'Compare with' }).selectOption({ index: 1 });
    await expect(changesOf(page).getByText('6 changes since “Draft 2”')).toBeVisible();
    await expect(
      page.getByRole('application', { name: 'Version' }).getByRole('group', { name: /^Wait, .*, removed$/ }),
    ).toBeVisible();

    // Keys of the canvas mean nothing while the past is looked at.
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Escape');
    await expect(historyOf(page)).toBeHidden();
    await expect(nodeOf(page, 'Wait')).toBeVisible();
    await expect(nodeOf(page, 'Offer')).toBeVisible();
  },
);
