import { expect } from '@playwright/test';
import { connectionOf, nodeOf, savedNote } from '../ground/canvas.ts';
import { readScenario } from '../ground/scenario-at.ts';
import { story } from '../ground/story.ts';
import { tabTo, tabToAndEnter } from '../ground/tab-to.ts';

story('a campaign is built with the keyboard alone', async ({ page, request }) => {
  const { keyboard } = page;
  const documentNow = async () => (await readScenario(page, request)).document;

  await page.goto('/');
  await tabToAndEnter(page, page.getByRole('button', { name: 'New scenario' }));
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keyboard.type('By keyboard');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'By keyboard' })).toBeVisible();
  const empty = await documentNow();

  await tabToAndEnter(page, page.getByRole('button', { name: /^Add SMS/ }));
  await expect(nodeOf(page, 'SMS')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: /^Add Now/ }), 'Shift+Tab');
  await keyboard.press('Enter');
  await tabTo(page, nodeOf(page, 'Now'));
  await keyboard.press('c');
  await tabToAndEnter(
    page,
    page.getByRole('dialog', { name: 'Connect Now to' }).getByRole('button', { name: 'SMS', exact: true }),
  );
  await expect(connectionOf(page, 'Now', 'SMS')).toBeAttached();

  await tabTo(page, nodeOf(page, 'SMS'), 'Shift+Tab');
  await keyboard.press('Enter');
  const panel = page.getByRole('region', { name: 'SMS settings' });
  await expect(panel.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keyboard.press('Control+A');
  await keyboard.type('Thanks');
  await tabTo(page, panel.getByRole('combobox', { name: 'Sender' }));
  await keyboard.type('HeronReed');
  await tabToAndEnter(page, panel.getByRole('button', { name: 'Open editor' }));
  await expect(page.getByRole('textbox', { name: 'Message, English' })).toBeFocused();
  await keyboard.type('Thank you for your order');
  await tabTo(page, page.getByRole('tab', { name: 'Editor' }), 'Shift+Tab');
  await keyboard.press('ArrowRight');
  await tabTo(page, page.getByRole('dialog').getByRole('combobox', { name: 'Consent category' }));
  await keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'None chosen (everyone)' })).toBeFocused();
  await keyboard.type('General');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(panel.getByRole('button', { name: 'Open editor' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(nodeOf(page, 'Thanks')).toBeFocused();
  await expect(savedNote(page)).toBeVisible();
  const full = await documentNow();
  expect(full.nodes.map(({ name }) => name)).toEqual(['Thanks', 'Now']);

  const undo = page.getByRole('button', { name: 'Undo' });
  const redo = page.getByRole('button', { name: 'Redo' });
  while (await undo.isEnabled()) await keyboard.press('Control+Z');
  await expect(page.getByRole('group', { name: /^(?:Thanks|Now|SMS), / })).toHaveCount(0);
  await expect.poll(async () => (await documentNow()).nodes).toEqual(empty.nodes);
  while (await redo.isEnabled()) await keyboard.press('Control+Shift+Z');
  await expect(nodeOf(page, 'Thanks')).toBeVisible();
  await expect.poll(documentNow).toEqual(full);

  await tabToAndEnter(page, page.getByRole('button', { name: 'Start', exact: true }));
  const summary = page.getByRole('dialog', { name: 'Start “By keyboard”?' });
  await expect(summary.getByRole('button', { name: 'Start scenario' })).toBeEnabled();
  await tabToAndEnter(page, summary.getByRole('button', { name: 'Cancel' }));
  await expect(summary).toBeHidden();
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeFocused();
  expect((await readScenario(page, request)).currentRun).toBeNull();
});
