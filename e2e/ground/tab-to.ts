import { expect, type Locator, type Page } from '@playwright/test';

const mostSteps = 80;

/** Presses Tab until the focus is where it is wanted: what cannot be reached so does not exist for the keyboard. */
export const tabTo = async (page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  await expect(wanted).toBeVisible();
  const isThere = () => wanted.evaluate((element) => element === element.ownerDocument.activeElement);
  for (let step = 0; step < mostSteps && !(await isThere()); step += 1) await page.keyboard.press(key);
  await expect(wanted).toBeFocused();
};

/** Goes there with Tab and presses Enter. */
export const tabToAndEnter = async (page: Page, wanted: Locator): Promise<void> => {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
};
