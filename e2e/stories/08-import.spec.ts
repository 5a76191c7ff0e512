import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { story } from '../ground/story.ts';

story.describe.configure({ mode: 'serial' });

const file = join(import.meta.dirname, '../../demo/customers-with-mistakes.csv');

// The second row takes two lines: a line break stands in one of its cells.
const refused: readonly (readonly [line: string, reason: RegExp])[] = [
  ['5', /^The row has no id: /],
  ['7', /^The row has 22 cells and the header has 20 columns: /],
  ['9', /“1987-02-31”/],
  ['11', /“quite a few”/],
  ['14', /^A quote that begins in column “city” is never closed\./],
];

const upload = async (page: Page): Promise<void> => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('link', { name: 'Import customers' }).click();
  await page.getByLabel('Choose a CSV file, or drop it here').setInputFiles(file);
  await expect(page.getByRole('region', { name: 'Columns of the file' })).toBeVisible();
};

const run = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Import customers' }).click();
  await expect(page.getByRole('heading', { name: 'customers-with-mistakes.csv is imported' })).toBeVisible();
};

story('good rows go in, bad ones are listed with line and reason', async ({ page }) => {
  await upload(page);
  const what = (column: string) => page.getByRole('combobox', { name: `What “${column}” is` });
  await expect(what('registered').getByRole('option', { selected: true })).toHaveText('Customer id');
  await expect(what('phone').getByRole('option', { selected: true })).toHaveText('Attribute');
  await expect(what('consent_marketing').getByRole('option', { selected: true })).toHaveText(
    'Consent: Marketing',
  );
  await expect(
    page.getByRole('combobox', { name: 'Type of “loyalty_points”' }).getByRole('option', { selected: true }),
  ).toHaveText('Number');

  await what('registered').selectOption({ label: 'Do not import' });
  await what('cookie').selectOption({ label: 'Do not import' });
  await expect(page.getByRole('alert')).toContainText('No column says who a customer is.');
  await what('registered').selectOption({ label: 'Customer id' });
  await what('cookie').selectOption({ label: 'Customer id' });
  await expect(page.getByRole('alert')).toHaveCount(0);

  await run(page);
  await expect(page.getByRole('definition')).toHaveText(['7', '0', '5']);
  const rows = page.getByRole('region', { name: 'Rows with their reasons' }).getByRole('row');
  await expect(rows).toHaveCount(refused.length + 1);
  for (const [index, [line, reason]] of refused.entries()) {
    const cells = rows.nth(index + 1).getByRole('cell');
    await expect(cells.nth(0)).toHaveText(line);
    await expect(cells.nth(1)).toHaveText(reason);
  }

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download report' }).click();
  const report = readFileSync(await (await download).path(), 'utf8');
  for (const [line] of refused) expect(report).toMatch(new RegExp(`^"?${line}"?,`, 'm'));

  await page.getByRole('link', { name: 'See customers' }).click();
  await page.getByRole('searchbox', { name: 'Search customers' }).fill('C-900004');
  await page.getByRole('link', { name: 'Anne "Annie" Walker, Jr.' }).click();
  await expect(page.getByText('C-900004')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Marketing' }).first()).toContainText('Granted');
});

story('the same file once more updates instead of adding', async ({ page }) => {
  await upload(page);
  await run(page);
  await expect(page.getByRole('definition')).toHaveText(['0', '7', '5']);
});

story('a file that is no table is refused in words', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('link', { name: 'Import customers' }).click();
  const field = page.getByLabel('Choose a CSV file, or drop it here');
  await field.setInputFiles({
    name: 'customers.xlsx',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK'),
  });
  await expect(page.getByRole('alert')).toContainText('is a spreadsheet. Save it there as “CSV UTF-8”');
});
