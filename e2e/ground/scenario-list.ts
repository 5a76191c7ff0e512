import { expect, type Locator, type Page } from '@playwright/test';

/** The row of a scenario in the list. */
export const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });

/** The names in the list, from top to bottom. */
export const namesIn = (page: Page): Promise<string[]> =>
  page.getByRole('region', { name: 'Scenarios' }).getByRole('link').allInnerTexts();

export const openList = async (page: Page, projectId: string, search = ''): Promise<void> => {
  await page.goto(`/projects/${projectId}/scenarios${search}`);
  await expect(page.getByRole('region', { name: 'Scenarios' })).toBeVisible();
};

/** Opens the menu of a row and chooses from it. */
export const chooseInRow = async (page: Page, name: string, action: string): Promise<void> => {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: action }).click();
};
