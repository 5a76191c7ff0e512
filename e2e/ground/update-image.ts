import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

const folder = join(import.meta.dirname, '../../docs/images');
const mostBytes = 300 * 1024;

/** Takes a picture for the documentation, when CURLEW_UPDATE_IMAGES=1 asks for it. */
export const updateImage = async (page: Page, name: string): Promise<void> => {
  if (process.env['CURLEW_UPDATE_IMAGES'] !== '1') return;
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  expect(statSync(path).size).toBeLessThan(mostBytes);
};
