import { expect, type Page } from '@playwright/test';
import { addNode, emptyDocument, type NodeKind, type ScenarioDocument } from '@curlew/scenario';
import { nodeOf } from '../ground/canvas.ts';
import { makeScenario } from '../ground/make-scenario.ts';
import { story } from '../ground/story.ts';

const alone = (kind: NodeKind): ScenarioDocument =>
  addNode(emptyDocument(), { kind, id: kind, position: { x: 0, y: 0 } });

const add = async (page: Page, button: string, item: string): Promise<void> => {
  await page.getByRole('button', { name: button, exact: true }).press('Enter');
  await page.getByRole('menu', { name: button }).getByRole('menuitem', { name: item }).press('Enter');
};

story(
  'a new condition takes the focus, and leaves it in the panel when it goes',
  async ({ page, request, projectId }) => {
    const scenario = await makeScenario(request, projectId, { name: 'Focus', document: alone('condition') });
    await page.goto(scenario.address);
    await nodeOf(page, 'Condition').click();
    await add(page, 'Add condition', 'Attribute');
    await expect(page.getByRole('combobox', { name: 'Attribute' })).toBeFocused();
    // On the canvas, c would connect and n add a node.
    await page.keyboard.type('city');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('combobox', { name: 'Attribute' })).toHaveValue('city');

    await add(page, 'Add condition', 'Consent');
    await expect(page.getByRole('combobox', { name: 'Consent category' })).toBeFocused();
    await add(page, 'Add group', 'Event');
    await expect(page.getByRole('combobox', { name: 'Event' })).toBeFocused();
    await page.keyboard.type('purchase');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Remove group' }).last().press('Enter');
    await page.getByRole('button', { name: 'Remove condition' }).last().press('Enter');
    await expect(page.getByRole('button', { name: 'Duplicate condition' })).toBeFocused();
    await page.getByRole('button', { name: 'Remove condition' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Add condition', exact: true })).toBeFocused();
  },
);

story('a new header and a new variant take the focus', async ({ page, request, projectId }) => {
  const webhook = await makeScenario(request, projectId, { name: 'Headers', document: alone('webhook') });
  await page.goto(webhook.address);
  await nodeOf(page, 'Webhook').click();
  await page.getByRole('button', { name: 'Add header' }).press('Enter');
  await expect(page.getByRole('combobox', { name: 'Name of header 1' })).toBeFocused();
  await page.getByRole('button', { name: 'Remove header 1' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Add header' })).toBeFocused();

  const split = await makeScenario(request, projectId, { name: 'Variants', document: alone('split') });
  await page.goto(split.address);
  await nodeOf(page, 'A/B split').click();
  await page.getByRole('button', { name: 'Add variant' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of variant C' })).toBeFocused();
  await page.getByRole('button', { name: 'Remove variant C' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of variant A' })).toBeFocused();
});

story(
  'what a webhook answered is said of the request that was sent alone',
  async ({ page, request, projectId }) => {
    const scenario = await makeScenario(request, projectId, { name: 'Tried', document: alone('webhook') });
    await page.goto(scenario.address);
    await nodeOf(page, 'Webhook').click();
    const address = page.getByRole('textbox', { name: 'Address' });
    await address.fill('https://127.0.0.1/orders');
    await page.getByRole('button', { name: 'Send request' }).click();
    const refused = page.getByText(/leads to a private or reserved network/);
    await expect(refused).toBeVisible();
    await address.fill('ftp://example.com/orders');
    await expect(refused).toBeHidden();
    await expect(page.getByText('Requests go to https:// and http:// only')).toBeVisible();
  },
);
