import { join } from 'node:path';
import { endpoints } from '@curlew/contract';
import { emptyDocument, writeScenarioFile } from '@curlew/scenario';
import { expect } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { lookAt } from '../ground/look-at.ts';
import { makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { chooseInRow, openList } from '../ground/scenario-list.ts';
import { story } from '../ground/story.ts';

const screens = join(import.meta.dirname, '../test-results/screens');

story.describe.configure({ timeout: 120_000 });

story('the list with folders, tags and a selection', async ({ page, request, projectId }) => {
  const params = { projectId };
  const { id: folderId } = await callApi(request, endpoints.createFolder, {
    params,
    body: { name: 'Seasonal campaigns' },
  });
  await callApi(request, endpoints.createFolder, { params, body: { name: 'Orders and parcels' } });
  const names = [
    'Spring collection for those who have not ordered since the last summer sale',
    'Winter sale',
  ];
  for (const name of names) {
    const { id } = await makeScenario(request, projectId, { name, document: emptyDocument() });
    const tags = ['sale', 'newsletter', 'loyal customers', 'one more'];
    await callApi(request, endpoints.changeScenario, {
      params: { projectId, scenarioId: id },
      body: { tags, folderId },
    });
  }
  await openList(page, projectId);
  await lookAt(page, '40-scenario-list');
  await page.getByRole('checkbox', { name: 'Select Winter sale' }).check();
  await lookAt(page, '41-scenario-list-selected');
  await page.getByRole('button', { name: 'Actions for Winter sale', exact: true }).click();
  await lookAt(page, '42-scenario-menu');
  await page.getByRole('menuitem', { name: 'Tags' }).click();
  await page.getByRole('combobox', { name: 'Add a tag' }).click();
  await lookAt(page, '43-scenario-tags');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Move to folder' }).click();
  await page.getByRole('combobox', { name: 'Folder' }).selectOption({ label: 'New folder…' });
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await lookAt(page, '44-scenario-move');
});

story('the archive, and a folder with nothing in it', async ({ page, projectId, request }) => {
  const { folders } = await callApi(request, endpoints.listFolders, { params: { projectId } });
  const empty = folders.find(({ scenarioCount }) => scenarioCount === 0);
  await page.goto(`/projects/${projectId}/scenarios?folder=${empty?.id}`);
  await expect(page.getByText('Nothing lies here yet.')).toBeVisible();
  await lookAt(page, '45-empty-folder');
  await page.goto(`/projects/${projectId}/scenarios?status=archived&folder=${empty?.id}`);
  await expect(page.getByText('Nothing is archived here.')).toBeVisible();
  await lookAt(page, '46-archive');
});

story('a new one from a template or a file', async ({ page, projectId }) => {
  await page.goto(`/projects/${projectId}/scenarios?isNew=true`);
  const dialog = page.getByRole('dialog', { name: 'New scenario' });
  await dialog.getByRole('radio', { name: 'Welcome series' }).click();
  await lookAt(page, '47-new-from-template');
  await dialog.getByRole('radio', { name: 'A file' }).click();
  const field = dialog.getByLabel('Choose an exported scenario, or drop it here');
  const choose = (text: string) =>
    field.setInputFiles({
      name: 'sale.curlew.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  await choose('{"format": "curlew-scenario", "version": 1, ');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByRole('alert').scrollIntoViewIfNeeded();
  await lookAt(page, '48-import-refused');
  const document = nowToSms({ consentCategoryId: '01900000-0000-7000-8000-000000000000' });
  await choose(writeScenarioFile({ name: 'Spring sale', document, exportedAt: new Date(0) }));
  await expect(dialog.getByRole('region', { name: 'What is in the file' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Choose another' }).scrollIntoViewIfNeeded();
  await lookAt(page, '49-import-read');
});

story(
  'on a phone what was done is said below the buttons of a dialog',
  async ({ page, request, projectId }) => {
    await makeScenario(request, projectId, { name: 'Said on a phone', document: emptyDocument() });
    await page.setViewportSize({ width: 390, height: 844 });
    await openList(page, projectId, '?search=said');
    const dialog = page.getByRole('dialog', { name: 'New scenario' });
    await page.getByRole('button', { name: 'New scenario' }).click();
    const alone = await dialog.boundingBox();
    await dialog.getByRole('button', { name: 'Close' }).click();

    await chooseInRow(page, 'Said on a phone', 'Duplicate');
    const said = page.getByRole('listitem').filter({ hasText: '“Said on a phone (copy)” is made.' });
    await expect(said).toBeVisible();
    await page.getByRole('button', { name: 'New scenario' }).click();
    const create = dialog.getByRole('button', { name: 'Create scenario' });
    await expect(create).toBeInViewport();
    const places = await Promise.all([dialog.boundingBox(), said.boundingBox()]);
    const [box, toast] = places.map((place) => place ?? { y: 0, height: 0 });
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(toast?.y ?? 0);
    await page.screenshot({ path: join(screens, '48-toast-and-dialog-390-light.png') });
    // The room is given back.
    await expect(said).toBeHidden({ timeout: 20_000 });
    await expect.poll(async () => (await dialog.boundingBox())?.height).toBe(alone?.height);
  },
);
