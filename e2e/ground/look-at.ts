import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const folder = join(import.meta.dirname, '../test-results/screens');

const wide = { width: 1440, height: 900 };

// What is narrow has the colours of what is wide.
const views = [
  { size: wide, themes: ['light', 'dark'] },
  { size: { width: 390, height: 844 }, themes: ['light'] },
] as const;

// Loaded once into a page, and asked for nothing but barriers: naming all that is well takes most of the time.
const findBarriers = async (page: Page, rules?: readonly string[]): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const loaded = await page.evaluateHandle<typeof axe>('axe');
  const violations = await loaded.evaluate(async (own, only) => {
    const results = await own.run({
      resultTypes: ['violations'],
      ...(only ? { runOnly: { type: 'rule', values: [...only] } } : {}),
    });
    return results.violations;
  }, rules);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
};

/** What to do after the window got another size: it leaves a drawing where it was. */
export const showWholeDrawing = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Show all' }).click();
  // A button under the pointer looks other than at rest.
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
};

/** Keeps a picture of what the page shows, wide in light and dark, and narrow, and fails where axe finds a barrier in it. */
export const lookAt = async (
  page: Page,
  name: string,
  settle: (page: Page) => Promise<void> = async () => {},
): Promise<void> => {
  for (const { size, themes } of views) {
    await page.setViewportSize(size);
    await settle(page);
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const path = join(folder, `${name}-${size.width}-${colorScheme}.png`);
      await page.screenshot({ path, animations: 'disabled' });
      // All but the contrast is the same in every theme.
      const rules = colorScheme === 'light' ? undefined : ['color-contrast'];
      expect.soft(await findBarriers(page, rules), `${name}, ${size.width} wide, ${colorScheme}`).toEqual([]);
    }
  }
  await page.setViewportSize(wide);
  await settle(page);
  await page.emulateMedia({ colorScheme: 'light' });
};
