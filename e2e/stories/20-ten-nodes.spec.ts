import { expect, type Page } from '@playwright/test';
import { emptyDocument, type ScenarioDocument } from '@curlew/scenario';
import { canvasOf, dragNew, nodeOf, savedNote } from '../ground/canvas.ts';
import { makeScenario } from '../ground/make-scenario.ts';
import { story } from '../ground/story.ts';
import { tabTo } from '../ground/tab-to.ts';

story.describe.configure({ timeout: 120_000 });

const namesInOrder = [
  'Now',
  'Condition',
  'SMS',
  'Wait',
  'SMS 2',
  'A/B split',
  'SMS 3',
  'Webhook',
  'Set attribute',
  'Track event',
];

// From, output, to: by name.
const connections = [
  ['Now', 'out', 'Condition'],
  ['Condition', 'match', 'SMS'],
  ['SMS', 'out', 'Wait'],
  ['Wait', 'out', 'SMS 2'],
  ['Condition', 'no_match', 'A/B split'],
  ['A/B split', 'a', 'SMS 3'],
  ['A/B split', 'b', 'Webhook'],
  ['Webhook', 'ok', 'Set attribute'],
  ['Set attribute', 'out', 'Track event'],
];

const connectionsOf = ({ nodes, edges }: ScenarioDocument): string[][] => {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return edges.map(({ source, output, target }) => [
    names.get(source) ?? '',
    output,
    names.get(target) ?? '',
  ]);
};

const expectTenNodes = (document: ScenarioDocument): void => {
  expect(document.nodes.map(({ name }) => name)).toEqual(namesInOrder);
  expect(new Set(connectionsOf(document).map(String))).toEqual(new Set(connections.map(String)));
};

const undoOf = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true });
const redoOf = (page: Page) => page.getByRole('button', { name: 'Redo', exact: true });
const cardsOf = (page: Page) => canvasOf(page).locator('.react-flow__node');

story('ten nodes are drawn with the mouse alone, undone and redone', async ({ page, request, projectId }) => {
  const scenario = await makeScenario(request, projectId, { name: 'By mouse', document: emptyDocument() });
  const documentNow = async () => (await scenario.read()).document;
  await page.goto(scenario.address);

  const add = (title: string) => page.getByRole('button', { name: `Add ${title}`, exact: true }).click();
  const follow = async (output: string, title: string): Promise<void> => {
    await page.getByRole('button', { name: `Connect ${output}, to…` }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: `New ${title}`, exact: true })
      .click();
  };
  await dragNew(page, 'Now', { x: 200, y: 300 });
  for (const title of ['Condition', 'SMS', 'Wait', 'SMS']) await add(title);
  await page.getByRole('button', { name: 'Show all' }).click();
  await follow('Condition, No match', 'A/B split');
  await page.getByRole('button', { name: 'Show all' }).click();
  await follow('A/B split, A 50 %', 'SMS');
  await page.getByRole('button', { name: 'Show all' }).click();
  await follow('A/B split, B 50 %', 'Webhook');
  await add('Set attribute');
  await add('Track event');

  await expect(savedNote(page)).toBeVisible();
  const full = await documentNow();
  expectTenNodes(full);

  while (await undoOf(page).isEnabled()) await undoOf(page).click();
  await expect(cardsOf(page)).toHaveCount(0);
  await expect.poll(async () => (await documentNow()).nodes).toEqual([]);
  while (await redoOf(page).isEnabled()) await redoOf(page).click();
  await expect(cardsOf(page)).toHaveCount(10);
  await expect.poll(documentNow).toEqual(full);
});

story(
  'ten nodes are drawn with the keyboard alone, undone and redone',
  async ({ page, request, projectId }) => {
    const scenario = await makeScenario(request, projectId, {
      name: 'By keyboard alone',
      document: emptyDocument(),
    });
    const documentNow = async () => (await scenario.read()).document;
    const { keyboard } = page;
    await page.goto(scenario.address);
    await expect(canvasOf(page)).toBeVisible();

    const choose = async (words: string): Promise<void> => {
      await expect(page.getByRole('searchbox', { name: 'Search nodes' }).last()).toBeFocused();
      await keyboard.type(words);
      await keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeHidden();
    };
    const add = async (words: string): Promise<void> => {
      await keyboard.press('n');
      await choose(words);
    };
    const goOnFrom = async (name: string, words: string): Promise<void> => {
      await tabTo(page, nodeOf(page, name));
      await keyboard.press('c');
      await choose(words);
    };
    for (const words of ['now', 'condition', 'sms', 'wait', 'sms']) await add(words);
    await goOnFrom('Condition', 'new split');
    await add('sms');
    await goOnFrom('A/B split', 'new webhook');
    await add('set attribute');
    await add('track event');

    await expect(savedNote(page)).toBeVisible();
    const full = await documentNow();
    expectTenNodes(full);

    while (await undoOf(page).isEnabled()) await keyboard.press('Control+Z');
    await expect(cardsOf(page)).toHaveCount(0);
    await expect.poll(async () => (await documentNow()).nodes).toEqual([]);
    while (await redoOf(page).isEnabled()) await keyboard.press('Control+Shift+Z');
    await expect(cardsOf(page)).toHaveCount(10);
    await expect.poll(documentNow).toEqual(full);
  },
);
