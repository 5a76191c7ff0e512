import { join } from 'node:path';
import { endpoints } from '@curlew/contract';
import { expect, type Page } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { nodeOf } from '../ground/canvas.ts';
import { findCustomer } from '../ground/find-customer.ts';
import { lookAt, showWholeDrawing } from '../ground/look-at.ts';
import { makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { previewFor } from '../ground/preview-for.ts';
import { startScenario, waitForEnd } from '../ground/start-scenario.ts';
import { signedOut, story } from '../ground/story.ts';
import { updateImage } from '../ground/update-image.ts';

story.describe.configure({ timeout: 120_000 });

const demoScenario = 'Autumn sale';

const openDemoScenario = async (page: Page): Promise<void> => {
  await page.goto('/');
  await page.getByRole('link', { name: demoScenario }).click();
  await expect(nodeOf(page, demoScenario)).toBeVisible();
};

story.describe('signed out', () => {
  story.use({ storageState: signedOut, expectedError: /status of 401/ });

  story('sign-in', async ({ page }) => {
    await page.goto('/sign-in');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await lookAt(page, '01-sign-in');
  });
});

story('the list of scenarios', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: demoScenario })).toBeVisible();
  await lookAt(page, '02-scenarios');
  await page.getByRole('searchbox', { name: 'Search scenarios' }).fill('winter');
  await expect(page.getByText('No scenario has “winter” in its name or tags.')).toBeVisible();
  await lookAt(page, '03-scenarios-none-found');
  await page.getByRole('button', { name: 'New scenario' }).click();
  await lookAt(page, '04-new-scenario');
});

story('canvas and panel', async ({ page }) => {
  await openDemoScenario(page);
  await lookAt(page, '05-canvas', showWholeDrawing);
  await nodeOf(page, demoScenario).click();
  await expect(page.getByRole('region', { name: 'SMS settings' })).toBeVisible();
  await lookAt(page, '06-panel', showWholeDrawing);
});

story('the editor of a message with all that costs', async ({ page, request, projectId }) => {
  const message =
    'Hi {{ customer.first_name }}, it’s your day: 5 € off boots and jackets until Sunday, in all our shops.';
  const document = nowToSms({ versions: [{ language: 'en', message }], maximumParts: 3 });
  const scenario = await makeScenario(request, projectId, { name: 'Birthday', document });
  await page.goto(`${scenario.address}?node=offer`);
  await page.getByRole('button', { name: 'Open editor' }).click();
  await previewFor(page, { search: 'zoe.muller@', name: /^Zoë Müller/ });
  await expect(page.getByRole('region', { name: 'Length for Zoë Müller' })).toContainText('2 parts of 3');
  await expect(page.getByRole('region', { name: 'Audience' })).toContainText('messages', {
    timeout: 20_000,
  });
  await updateImage(page, 'editor');
  await lookAt(page, '07-editor');
});

story(
  'an empty canvas, problems, and a message that will not be sent',
  async ({ page, request, projectId }) => {
    const empty = await callApi(request, endpoints.createScenario, {
      params: { projectId },
      body: { name: 'Not drawn yet' },
    });
    await page.goto(`/projects/${projectId}/scenarios/${empty.id}`);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Problems' })).toBeVisible();
    await lookAt(page, '08-problems');

    const versions = [
      { language: 'en', message: `Hi {{ customer.first_name }}, ${'it’s 5 € off '.repeat(12)}` },
    ];
    const long = await makeScenario(request, projectId, {
      name: 'Too long',
      document: nowToSms({ versions }),
    });
    await page.goto(`${long.address}?node=offer`);
    await page.getByRole('button', { name: 'Open editor' }).click();
    await expect(page.getByText('Message too long')).toBeVisible();
    await lookAt(page, '09-editor-too-long');
  },
);

story('a start, a run, and what was refused', async ({ page }) => {
  await openDemoScenario(page);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Start scenario' })).toBeEnabled();
  await lookAt(page, '10-start');
  await page.getByRole('button', { name: 'Cancel' }).click();

  await startScenario(page);
  await lookAt(page, '11-running', showWholeDrawing);
  await waitForEnd(page);
  await expect(page.getByText('has started')).toBeHidden();
  await page.getByRole('button', { name: /not sent: why$/ }).click();
  await expect(page.getByRole('dialog', { name: 'Not sent' }).getByRole('table')).toBeVisible();
  await lookAt(page, '12-refusals');
});

story('customers', async ({ page, request, projectId }) => {
  await page.goto(`/projects/${projectId}/customers`);
  await expect(page.getByRole('link', { name: 'Zoë Müller' })).toBeVisible();
  await lookAt(page, '13-customers');
  const customer = await findCustomer(request, projectId, { search: 'zoe.whitaker@' });
  await page.goto(`/projects/${projectId}/customers/${customer.id}`);
  await expect(page.getByRole('heading', { name: 'Attributes' })).toBeVisible();
  await lookAt(page, '14-customer');
});

story('an import', async ({ page, projectId }) => {
  await page.goto(`/projects/${projectId}/customers/import`);
  const field = page.getByLabel('Choose a CSV file, or drop it here');
  await lookAt(page, '15-import');
  await field.setInputFiles(join(import.meta.dirname, '../../demo/customers-with-mistakes.csv'));
  await expect(page.getByRole('region', { name: 'Columns of the file' })).toBeVisible();
  await lookAt(page, '16-import-columns');
  await page.getByRole('button', { name: 'Import customers' }).click();
  await expect(page.getByRole('region', { name: 'Rows with their reasons' })).toBeVisible();
  await lookAt(page, '17-import-result');
});

story('the carrier’s phones', async ({ page }) => {
  const phones = process.env['CURLEW_PHONES_URL'] ?? '';
  await page.goto(phones);
  await page.getByRole('navigation', { name: 'Phones' }).getByRole('link').first().click();
  await expect(page.getByRole('log')).toBeVisible();
  await lookAt(page, '18-phones');
});

story.describe('not there', () => {
  story.use({ expectedError: /status of 404/ });

  story('a page that does not exist', async ({ page }) => {
    await page.goto('/nowhere');
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
    await lookAt(page, '19-not-found');
  });
});
