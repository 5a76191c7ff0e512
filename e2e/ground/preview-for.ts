import type { Locator, Page } from '@playwright/test';

/** Chooses whom the preview of a message is for, among those that a search finds. */
export const previewFor = async (
  page: Page,
  { search, name }: { readonly search: string; readonly name: RegExp },
  preview: Page | Locator = page,
): Promise<void> => {
  await preview.getByRole('button', { name: /^Preview for/ }).click();
  await page.getByRole('combobox', { name: 'Search customers' }).fill(search);
  await page.getByRole('option', { name }).click();
};
