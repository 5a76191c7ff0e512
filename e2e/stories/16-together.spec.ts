import { expect } from '@playwright/test';
import { nodeOf, savedNote } from '../ground/canvas.ts';
import { lookAt } from '../ground/look-at.ts';
import { makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { story } from '../ground/story.ts';

// Where another tab is, is told every ten seconds.
const soon = { timeout: 15_000 };

story('each tab sees the other, where it is, and that it left', async ({ page, request, projectId }) => {
  const scenario = await makeScenario(request, projectId, { name: 'Together, seen', document: nowToSms() });
  await page.goto(scenario.address);
  await expect(nodeOf(page, 'Offer')).toBeVisible();
  const others = page.getByRole('list', { name: 'Also here' });
  await expect(others).toBeHidden();

  const second = await page.context().newPage();
  await second.goto(scenario.address);
  await expect(second.getByRole('list', { name: 'Also here' }).getByRole('listitem')).toHaveCount(1);
  await nodeOf(second, 'Offer').click();
  await expect(others.getByRole('button', { name: 'You, in another tab, at “Offer”' })).toBeVisible(soon);
  await expect(page.getByText('You, in another tab has this open')).toBeAttached();
  await lookAt(page, 'presence');

  await second.close();
  await expect(others).toBeHidden(soon);
});

story('what the other saves comes in without a question', async ({ page, request, projectId }) => {
  const scenario = await makeScenario(request, projectId, { name: 'Together, saved', document: nowToSms() });
  const second = await page.context().newPage();
  for (const tab of [page, second]) {
    await tab.goto(scenario.address);
    await expect(nodeOf(tab, 'Offer')).toBeVisible();
  }
  await nodeOf(second, 'Offer').click();
  await second.getByRole('textbox', { name: 'Name' }).fill('Spring');
  await expect(savedNote(second)).toBeVisible();
  await expect(nodeOf(page, 'Spring')).toBeVisible(soon);
  // It is their step: there is nothing of mine to undo.
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});
