import { expect, type Page } from '@playwright/test';

const endMs = 45_000;

/** Starts the scenario that is open, as far as its run being told of. */
export const startScenario = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Start scenario' }).click();
  await expect(page.getByRole('region', { name: /^Run of version/ })).toBeVisible();
};

/** Waits until every message of the run has come to an end. */
export const waitForEnd = async (page: Page): Promise<void> => {
  const strip = page.getByRole('region', { name: /^Run of version/ });
  await expect(strip.getByText('Finished')).toBeVisible({ timeout: endMs });
};
