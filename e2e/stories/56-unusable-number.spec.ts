import { endpoints } from '@curlew/contract';
import { expect, type Page } from '@playwright/test';
import { findCustomer } from '../ground/find-customer.ts';
import { lookAt } from '../ground/look-at.ts';
import { onlyRead } from '../ground/only-read.ts';
import { story } from '../ground/story.ts';

/** Shows a customer as one whose number is marked, until somebody takes the mark away. */
const markNumber = async (page: Page, customerId: string): Promise<{ readonly isTaken: () => boolean }> => {
  let isMarked = true;
  await page.route(`**/api/projects/*/customers/${customerId}`, async (route) => {
    const response = await route.fetch();
    const customer = endpoints.getCustomer.reply.parse(await response.json());
    const mark = {
      isUnusable: true,
      unusableSince: '2026-11-30T08:12:00.000Z',
      unusableBecause: 'the number is wrong',
      phoneProblem: 'invalid_contact',
    };
    await route.fulfill({ response, json: isMarked ? { ...customer, ...mark } : customer });
  });
  await page.route(`**/api/projects/*/customers/${customerId}/unusable`, async (route) => {
    const response = await route.fetch();
    isMarked = !response.ok();
    await route.fulfill({ response });
  });
  return { isTaken: () => !isMarked };
};

story(
  'the mark of an unusable number is taken away on its customer’s page',
  async ({ page, request, projectId }) => {
    const customer = await findCustomer(request, projectId, {
      isWanted: ({ phone, phoneProblem }) => phone !== null && phoneProblem === null,
    });
    const mark = await markNumber(page, customer.id);
    await page.goto(`/projects/${projectId}/customers/${customer.id}`);
    await expect(page.getByText('the operator reported “the number is wrong”')).toBeVisible();
    await lookAt(page, '56-marked');
    const button = page.getByRole('button', { name: 'Take the mark away' });
    await button.click();
    const dialog = page.getByRole('alertdialog', { name: /^Take the mark from \+\d+\?$/ });
    await expect(dialog).toContainText('The next message to');
    await expect(dialog).toContainText('is tried again');
    await lookAt(page, '56-asked');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(mark.isTaken()).toBe(false);
    await button.click();
    await dialog.getByRole('button', { name: 'Take the mark away' }).click();
    await expect(page.getByText(`The number of ${customer.name} is marked no longer.`)).toBeVisible();
    expect(mark.isTaken()).toBe(true);
    await expect(button).toHaveCount(0);
    await expect(page.getByText('the operator reported')).toHaveCount(0);
  },
);

story('who may only look sees the mark and cannot take it away', async ({ page, request, projectId }) => {
  const customer = await findCustomer(request, projectId, {
    isWanted: ({ phone, phoneProblem }) => phone !== null && phoneProblem === null,
  });
  await markNumber(page, customer.id);
  await onlyRead(page);
  await page.goto(`/projects/${projectId}/customers/${customer.id}`);
  await expect(page.getByText('the operator reported “the number is wrong”')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take the mark away' })).toHaveCount(0);
});
