import { expect, type Page } from '@playwright/test';
import { addNode, emptyDocument, scenarioTemplates, type ScenarioDocument } from '@curlew/scenario';
import { canvasOf, connectionOf, nodeOf, savedNote } from '../ground/canvas.ts';
import { lookAt, showWholeDrawing } from '../ground/look-at.ts';
import { makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { story } from '../ground/story.ts';

story.describe.configure({ timeout: 120_000 });

const cardsOf = (page: Page) => canvasOf(page).locator('.react-flow__node');

const templateDocument = (id: string): ScenarioDocument => {
  let count = 0;
  const template = scenarioTemplates.find((one) => one.id === id);
  if (!template) throw new Error(`there is no template ${id}`);
  return template.build(() => {
    count += 1;
    return `node-${count}`;
  });
};

story('a node is put into a connection', async ({ page, request, projectId }) => {
  const scenario = await makeScenario(request, projectId, { name: 'Insert', document: nowToSms() });
  await page.goto(scenario.address);
  const line = connectionOf(page, 'Now', 'Offer');
  await line.hover({ force: true });
  await page.getByRole('button', { name: 'Put a node in between' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Wait', exact: true }).click();
  await expect(connectionOf(page, 'Now', 'Wait')).toBeAttached();
  await expect(connectionOf(page, 'Wait', 'Offer')).toBeAttached();
  await expect(savedNote(page)).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(connectionOf(page, 'Now', 'Offer')).toBeAttached();
  await expect(cardsOf(page)).toHaveCount(2);
});

story(
  'side by side, nodes are joined by a straight line, selected or not',
  async ({ page, request, projectId }) => {
    const scenario = await makeScenario(request, projectId, { name: 'Straight', document: nowToSms() });
    await page.goto(scenario.address);
    await expect(nodeOf(page, 'Offer')).toBeVisible();
    const path = connectionOf(page, 'Now', 'Offer').locator('.react-flow__edge-path');
    await expect(path).toHaveAttribute('d', /^M[\d.]+ [\d.]+L[\d.]+ [\d.]+$/);
    const unselected = await path.getAttribute('d');
    await nodeOf(page, 'Offer').click();
    await expect(page.getByRole('combobox', { name: 'Sender' })).toBeVisible();
    await expect(path).toHaveAttribute('d', unselected ?? '');
  },
);

story('nodes are copied from one scenario into another', async ({ page, request, projectId }) => {
  const source = await makeScenario(request, projectId, { name: 'Copy from', document: nowToSms() });
  const target = await makeScenario(request, projectId, { name: 'Paste into', document: emptyDocument() });
  await page.goto(source.address);
  await nodeOf(page, 'Offer').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+A');
  await expect(page.getByText('2 nodes selected')).toBeVisible();
  await page.keyboard.press('Control+C');

  const other = await page.context().newPage();
  await other.goto(target.address);
  await expect(canvasOf(other)).toBeVisible();
  await other.keyboard.press('Control+V');
  await expect(connectionOf(other, 'Now', 'Offer')).toBeAttached();
  await expect(savedNote(other)).toBeVisible();
  const { document } = await target.read();
  const { document: original } = await source.read();
  expect(document.nodes.map(({ kind, settings }) => ({ kind, settings }))).toEqual(
    original.nodes.map(({ kind, settings }) => ({ kind, settings })),
  );
  expect(new Set([...document.nodes, ...original.nodes].map(({ id }) => id)).size).toBe(4);
});

story('nodes are aligned, tidied up and noted upon', async ({ page, request, projectId }) => {
  const messy = nowToSms();
  const document = {
    ...messy,
    nodes: messy.nodes.map((node) =>
      node.id === 'offer' ? { ...node, position: { x: 320, y: 208 } } : node,
    ),
  };
  const scenario = await makeScenario(request, projectId, { name: 'Arrange', document });
  const heights = async () => (await scenario.read()).document.nodes.map(({ position }) => position.y);
  await page.goto(scenario.address);
  await expect(nodeOf(page, 'Offer')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+D');
  await expect(page.getByText('2 nodes selected')).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(page.getByText('nodes selected')).toBeHidden();
  await page.keyboard.press('Control+A');
  await page.getByRole('button', { name: 'Align top' }).click();
  await expect.poll(heights).toEqual([0, 0]);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(heights).toEqual([0, 208]);
  await page.getByRole('button', { name: 'Tidy up' }).click();
  await expect.poll(heights).toEqual([0, 0]);

  await page.getByRole('button', { name: 'Add a note' }).click();
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('Ask Petra before we start');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Blue' }).click();
  await expect
    .poll(async () => (await scenario.read()).document.notes)
    .toMatchObject([{ text: 'Ask Petra before we start', colour: 'blue' }]);
  await page.keyboard.press('Control+K');
  await page.getByPlaceholder('Go to, open, change').fill('Add Limit');
  await page.keyboard.press('Enter');
  await expect(nodeOf(page, 'Limit')).toBeVisible();
});

story(
  'more than a hundred nodes keep their connections, seen from afar and from near',
  async ({ page, request, projectId }) => {
    const count = 120;
    const ids = Array.from({ length: count }, (_, index) => `node${index}`);
    const placed = ids.reduce(
      (document, id, index) =>
        addNode(document, {
          kind: index === 0 ? 'now' : 'set_attribute',
          id,
          position: { x: (index % 12) * 320, y: Math.floor(index / 12) * 160 },
        }),
      emptyDocument(),
    );
    const edges = ids.slice(1).map((target, index) => {
      const source = ids[index] ?? '';
      return { id: `to-${target}`, source, output: 'out', target };
    });
    const scenario = await makeScenario(request, projectId, { name: 'Many', document: { ...placed, edges } });
    await page.goto(scenario.address);
    await page.getByRole('button', { name: 'Show all' }).click();
    const connections = page.getByRole('group', { name: /^Connection from / });
    await expect(cardsOf(page)).toHaveCount(count);
    await expect(connections).toHaveCount(count - 1);
    const zoomIn = page.getByRole('button', { name: 'Zoom in' });
    for (let step = 0; step < 6; step += 1) await zoomIn.click();
    await expect(cardsOf(page).first()).toContainText('Set attribute');
    // Each card that is seen is led to and leads on.
    await expect.poll(async () => (await connections.count()) >= (await cardsOf(page).count())).toBe(true);
  },
);

story('what a big drawing looks like', async ({ page, request, projectId }) => {
  const document = templateDocument('abandoned_cart');
  const withNote = {
    ...document,
    notes: [
      {
        id: 'note',
        text: 'Runs all year round. Prices are checked every Monday.',
        colour: 'yellow' as const,
        position: { x: 0, y: -208 },
        size: { width: 240, height: 96 },
      },
    ],
  };
  const scenario = await makeScenario(request, projectId, { name: 'Looks', document: withNote });
  await page.goto(scenario.address);
  await expect(cardsOf(page).first()).toBeVisible();
  await lookAt(page, '20-canvas-of-many', showWholeDrawing);
  await page.keyboard.press('Control+A');
  await lookAt(page, '21-selection', showWholeDrawing);
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog')).toBeVisible();
  await lookAt(page, '22-chooser');
});
