import { readFileSync } from 'node:fs';
import { endpoints } from '@curlew/contract';
import { emptyDocument, writeScenarioFile } from '@curlew/scenario';
import { expect } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { makeScenario, nowToSms, triggerToSms } from '../ground/make-scenario.ts';
import { readScenario } from '../ground/scenario-at.ts';
import { chooseInRow, namesIn, openList, rowOf } from '../ground/scenario-list.ts';
import { story } from '../ground/story.ts';
import { tabTo, tabToAndEnter } from '../ground/tab-to.ts';

story('scenarios are put into folders, which go and leave them', async ({ page, request, projectId }) => {
  for (const name of ['Hat one', 'Hat two'])
    await makeScenario(request, projectId, { name, document: emptyDocument() });
  await openList(page, projectId);
  const rail = page.getByRole('navigation', { name: 'Folders' });
  await rail.getByRole('button', { name: 'New folder' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Hats');
  await page.getByRole('button', { name: 'Create folder' }).click();
  await expect(page.getByText('Nothing lies here yet.')).toBeVisible();

  await rail.getByRole('button', { name: /^All scenarios/ }).click();
  for (const name of ['Hat one', 'Hat two'])
    await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await expect(page.getByText('2 scenarios selected')).toBeVisible();
  await page.getByRole('button', { name: 'Move to folder' }).click();
  await page.getByRole('combobox', { name: 'Folder' }).selectOption({ label: 'Hats' });
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(page.getByText('2 scenarios are now in “Hats”.')).toBeVisible();
  await expect(rail.getByRole('button', { name: /^Hats/ })).toContainText('2');

  await rail.getByRole('button', { name: /^Hats/ }).click();
  await expect(page).toHaveURL(/folder=/);
  await expect.poll(() => namesIn(page)).toEqual(['Hat two', 'Hat one']);
  await page.getByRole('button', { name: 'Actions for folder Hats' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Caps');
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('button', { name: 'Actions for folder Caps' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('Its 2 scenarios stay, in no folder.');
  await page.getByRole('button', { name: 'Delete folder' }).click();
  await expect(page.getByText('The folder “Caps” is deleted.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Hat one' })).toBeVisible();
});

story('tags, owner and order are kept, and found again', async ({ page, request, projectId }) => {
  for (const name of ['Order b', 'Order a', 'Order c'])
    await makeScenario(request, projectId, { name, document: emptyDocument() });
  await openList(page, projectId, '?search=order');
  await chooseInRow(page, 'Order a', 'Tags');
  await page.getByRole('combobox', { name: 'Add a tag' }).fill('parcels');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Add a tag' }).fill('thanks');
  await page.getByRole('button', { name: 'Save tags' }).click();
  await expect(rowOf(page, 'Order a').getByRole('list', { name: 'Tags' })).toContainText('parcelsthanks');
  await chooseInRow(page, 'Order a', 'Change owner');
  await page.getByRole('combobox', { name: 'Owner' }).last().selectOption({ label: 'Nobody' });
  await page.getByRole('button', { name: 'Change owner' }).click();
  await expect(page.getByText('Nobody owns “Order a” now.')).toBeVisible();

  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(() => namesIn(page)).toEqual(['Order a', 'Order b', 'Order c']);
  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await expect.poll(() => namesIn(page)).toEqual(['Order c', 'Order b', 'Order a']);
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');

  await page.getByRole('searchbox', { name: 'Search scenarios' }).fill('PARCEL');
  await expect.poll(() => namesIn(page)).toEqual(['Order a']);
  await page.getByRole('searchbox', { name: 'Search scenarios' }).fill('');
  await page.getByRole('combobox', { name: 'Tag' }).selectOption({ label: 'thanks' });
  await page.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Nobody' });
  await expect(page).toHaveURL(/tag=thanks/);
  await expect.poll(() => namesIn(page)).toEqual(['Order a']);
  await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Running or paused' });
  await expect(page.getByText('No scenario is all that you ask for.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await expect(page.getByRole('link', { name: 'Order b' })).toBeVisible();
});

story(
  'several are archived at once, but not what runs, and one click brings them back',
  async ({ page, request, projectId }) => {
    const running = await makeScenario(request, projectId, {
      name: 'Run me',
      // It waits for an event, and runs until it is ended.
      document: triggerToSms('on_event'),
    });
    for (const name of ['Old one', 'Old two'])
      await makeScenario(request, projectId, { name, document: emptyDocument() });
    await openList(page, projectId);
    for (const name of ['Old one', 'Old two', 'Run me'])
      await page.getByRole('checkbox', { name: `Select ${name}` }).check();
    await callApi(request, endpoints.startScenario, {
      params: { projectId, scenarioId: running.id },
      body: { revision: 0 },
    });
    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    await expect(page.getByText('2 scenarios are in the archive.')).toBeVisible();
    await expect(page.getByText('“Run me” is running and was not archived.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Old one' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('link', { name: 'Old one' })).toBeVisible();

    await chooseInRow(page, 'Old two', 'Archive');
    await expect(page.getByText('“Old two” is in the archive.')).toBeVisible();
    await page.getByRole('switch', { name: 'Archive' }).click();
    await expect(page).toHaveURL(/status=archived/);
    await expect(rowOf(page, 'Old two')).toContainText('Archived');
    await chooseInRow(page, 'Old two', 'Restore');
    await expect(page.getByText('“Old two” is back in the list.')).toBeVisible();
  },
);

story('a scenario starts from a template', async ({ page, request, projectId }) => {
  await openList(page, projectId);
  await page.getByRole('button', { name: 'New scenario' }).click();
  const dialog = page.getByRole('dialog', { name: 'New scenario' });
  await dialog.getByRole('radio', { name: 'Abandoned cart' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Abandoned cart');
  await dialog.getByRole('button', { name: 'Create scenario' }).click();
  await expect(page.getByRole('heading', { name: 'Abandoned cart' })).toBeVisible();
  const { document } = await readScenario(page, request);
  expect(document.nodes.length).toBeGreaterThan(3);
  expect(document.notes).toHaveLength(1);
});

story('a scenario goes into a file and comes back out of it', async ({ page, request, projectId }) => {
  const document = nowToSms({ sender: 'HeronReed' });
  const made = await makeScenario(request, projectId, { name: 'There/back', document });
  await openList(page, projectId, '?search=there');
  const download = page.waitForEvent('download');
  await chooseInRow(page, 'There/back', 'Export as a file');
  expect((await download).suggestedFilename()).toBe('There back.curlew.json');
  const path = await (await download).path();
  expect(readFileSync(path, 'utf8')).toContain('"curlew-scenario"');

  await page.getByRole('button', { name: 'New scenario' }).click();
  const dialog = page.getByRole('dialog', { name: 'New scenario' });
  await dialog.getByRole('radio', { name: 'A file' }).click();
  await dialog.getByRole('button', { name: 'Import scenario' }).click();
  await expect(dialog.getByText('Choose the file to import')).toBeVisible();
  await dialog.getByLabel('Choose an exported scenario, or drop it here').setInputFiles(path);
  await expect(dialog.getByRole('region', { name: 'What is in the file' })).toContainText(
    '2 nodes, 1 connection',
  );
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('There/back');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Back');
  await dialog.getByRole('button', { name: 'Import scenario' }).click();
  await expect(page.getByRole('heading', { name: 'Back' })).toBeVisible();
  expect((await readScenario(page, request)).document).toEqual((await made.read()).document);
});

story('a broken file is refused with the place of its fault', async ({ page, projectId }) => {
  await page.goto(`/projects/${projectId}/scenarios?isNew=true&from=file`);
  const dialog = page.getByRole('dialog', { name: 'New scenario' });
  const field = dialog.getByLabel('Choose an exported scenario, or drop it here');
  const whole = writeScenarioFile({ name: 'Sale', document: nowToSms(), exportedAt: new Date(0) });
  const choose = (text: string) =>
    field.setInputFiles({
      name: 'sale.curlew.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });

  await choose(whole.slice(0, 200));
  await expect(dialog.getByRole('alert')).toContainText(/The file is cut off in line \d+, column \d+/);
  await choose('{"customers": []}');
  await expect(dialog.getByRole('alert')).toContainText('The file is not a scenario of Curlew');
  await choose(whole.replace('"target": "offer"', '"target": "nowhere"'));
  await expect(dialog.getByRole('alert')).toContainText(
    'connection “now-offer” leads from or to a node that does not exist',
  );
  const foreign = nowToSms({ consentCategoryId: '01900000-0000-7000-8000-000000000000' });
  await choose(writeScenarioFile({ name: 'Foreign', document: foreign, exportedAt: new Date(0) }));
  await expect(dialog.getByRole('status')).toContainText('“Offer” used a consent category that this project');
});

story('the list by keyboard alone', async ({ page, request, projectId }) => {
  const { keyboard } = page;
  for (const name of ['Key one', 'Key two'])
    await makeScenario(request, projectId, { name, document: emptyDocument() });
  await openList(page, projectId, '?search=key');
  await expect(page.getByRole('link', { name: 'Key one' })).toBeVisible();
  await tabToAndEnter(page, page.getByRole('button', { name: 'Name', exact: true }));
  await expect(page).toHaveURL(/sort=name/);
  await tabTo(page, page.getByRole('checkbox', { name: 'Select Key one' }));
  await keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Add tag' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Tag', exact: true }).last()).toBeFocused();
  await keyboard.type('by hand');
  await keyboard.press('Enter');
  await expect(page.getByText('“Key one” has the tag “by hand” now.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add tag' })).toBeFocused();

  await tabToAndEnter(page, page.getByRole('button', { name: 'Actions for Key two' }));
  await keyboard.type('Dup');
  await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Key two (copy)' })).toBeVisible();
  await tabToAndEnter(page, page.getByRole('link', { name: 'Key two (copy)' }));
  await expect(page.getByRole('heading', { name: 'Key two (copy)' })).toBeVisible();
});
