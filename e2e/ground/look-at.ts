import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const folder = join(import.meta.dirname, '../test-results/screens');

const wide = { width: 1440, height: 900 };

// What is narrow has the colours of what is wide.
const views = [
  { size: wide, themes: ['light', 'dark'] },
  { size: { width: 390, height: 844 }, themes: ['light'] },
] as const;

// The page has no frames, for which axe would take a second one.
const axeFor = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode(true);

const findBarriers = async (axe: AxeBuilder): Promise<readonly string[]> => {
  const { violations } = await axe.analyze();
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
      const axe = colorScheme === 'light' ? axeFor(page) : axeFor(page).withRules(['color-contrast']);
      expect.soft(await findBarriers(axe), `${name}, ${size.width} wide, ${colorScheme}`).toEqual([]);
    }
  }
  await page.setViewportSize(wide);
  await settle(page);
  await page.emulateMedia({ colorScheme: 'light' });
};
