import { endpoints } from '@curlew/contract';
import { expect, type Page } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { lookAt } from '../ground/look-at.ts';
import { makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { onlyRead } from '../ground/only-read.ts';
import { story } from '../ground/story.ts';

const carrierUrl = (): string => (process.env['CURLEW_PHONES_URL'] ?? '').replace(/\/$/, '');

const rowOf = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Providers' }).getByRole('listitem', { name, exact: true });

const openProviders = async (page: Page, projectId: string): Promise<void> => {
  await page.goto(`/projects/${projectId}/settings?section=providers`);
  await expect(rowOf(page, 'Built-in carrier')).toContainText('Default');
};

story.describe('providers', () => {
  // A refusal at a field is an answer of 400, which browsers write into their console.
  story.use({ expectedError: /400 \(Bad Request\)/ });

  story(
    'an owner adds an operator, checks it, and makes it the default',
    async ({ page, request, projectId }) => {
      await openProviders(page, projectId);
      await page.getByRole('button', { name: 'Add provider' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add a provider' });
      await dialog.getByRole('combobox', { name: 'Operator' }).selectOption('Sinch');
      await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Sinch');
      await dialog.getByRole('combobox', { name: 'Region' }).selectOption('Another address');
      await dialog.getByRole('textbox', { name: 'Address' }).fill('sms.example');
      await dialog.getByRole('textbox', { name: 'Service plan ID' }).fill('demo');
      await dialog.getByRole('textbox', { name: 'Messages per second' }).fill('40');
      await dialog.getByRole('button', { name: 'Add provider' }).click();
      // What is wrong stands at its field, and what was typed stays.
      await expect(dialog.getByRole('textbox', { name: 'API token' })).toHaveAccessibleDescription(
        'Fill this in',
      );
      await expect(dialog.getByRole('textbox', { name: 'Address' })).toHaveAttribute('aria-invalid', 'true');
      await expect(dialog.getByRole('textbox', { name: 'Messages per second' })).toHaveValue('40');
      await lookAt(page, '39-add');
      // Nothing that was typed is lost by a slip.
      await page.keyboard.press('Escape');
      const leave = page.getByRole('alertdialog', { name: 'Close without saving?' });
      await leave.getByRole('button', { name: 'Go on' }).click();
      await expect(leave).toHaveCount(0);
      await expect(dialog.getByRole('textbox', { name: 'Messages per second' })).toHaveValue('40');
      await dialog.getByRole('textbox', { name: 'Address' }).fill(carrierUrl());
      await dialog.getByRole('textbox', { name: 'API token' }).fill('not-the-token');
      await dialog.getByRole('textbox', { name: 'API token' }).press('Enter');
      await expect(dialog).toHaveCount(0);

      const sinch = rowOf(page, 'Sinch');
      await expect(sinch).toContainText('40 messages per second');
      await expect(sinch).toContainText(/\/hooks\/[\da-f-]{36}\//);
      await sinch.getByRole('button', { name: /^Check connection/ }).click();
      await expect(sinch.getByRole('status')).toContainText(
        'Sinch refused the token for this service plan (401',
      );
      await lookAt(page, '39-providers');

      await sinch.getByRole('button', { name: 'Change Sinch' }).click();
      const change = page.getByRole('dialog', { name: 'Change “Sinch”' });
      const token = change.getByRole('textbox', { name: 'API token' });
      await expect(token).toHaveValue('');
      await expect(token).toHaveAccessibleDescription(/^Set on .* leave it empty to keep it\.$/);
      await token.fill(process.env['CURLEW_E2E_CARRIER_TOKEN'] ?? '');
      // What the operator's contract counts is one click, and the field says so.
      await change.getByRole('radiogroup', { name: 'Rate in' }).getByRole('radio', { name: 'Parts' }).click();
      await expect(change.getByRole('textbox', { name: 'Parts per second' })).toHaveValue('40');
      await lookAt(page, '39-rate');
      await change.getByRole('button', { name: 'Save provider' }).click();
      await expect(change).toHaveCount(0);
      await expect(sinch).toContainText('40 parts per second');
      await sinch.getByRole('button', { name: /^Check connection/ }).click();
      await expect(sinch.getByRole('status')).toContainText(
        'Sinch knows this service plan and takes its token',
      );

      await sinch.getByRole('button', { name: 'Make default: Sinch' }).click();
      await expect(sinch).toContainText('Default');
      const { integrations } = await callApi(request, endpoints.listIntegrations, { params: { projectId } });
      expect(integrations.map(({ name, isDefault }) => [name, isDefault])).toEqual([
        ['Sinch', true],
        ['Built-in carrier', false],
      ]);

      // It cannot go while it is the default; once another is, it goes, and says whom that concerns.
      await sinch.getByRole('button', { name: 'Delete Sinch' }).click();
      const question = page.getByRole('alertdialog');
      await expect(question).toContainText('make another integration the default first');
      await question.getByRole('button', { name: 'Close' }).click();
      await rowOf(page, 'Built-in carrier')
        .getByRole('button', { name: 'Make default: Built-in carrier' })
        .click();
      await expect(rowOf(page, 'Built-in carrier')).toContainText('Default');
      const [added] = integrations;
      const { address, read } = await makeScenario(request, projectId, {
        name: 'Through Sinch',
        document: nowToSms({ integrationId: added?.id ?? null }),
      });
      await sinch.getByRole('button', { name: 'Delete Sinch' }).click();
      await expect(question).toContainText('1 scenario sends through it');
      await expect(question.getByRole('link', { name: 'Through Sinch' })).toBeVisible();
      await lookAt(page, '39-delete');
      await question.getByRole('button', { name: 'Delete provider' }).click();
      await expect(sinch).toHaveCount(0);

      await page.goto(`${address}?node=offer`);
      await page.getByRole('button', { name: 'Open editor' }).click();
      const editor = page.getByRole('dialog', { name: 'Offer' });
      await editor.getByRole('tab', { name: 'Settings' }).click();
      const choice = editor.getByRole('combobox', { name: 'Provider integration' });
      await expect(choice.locator('option:checked')).toHaveText('Deleted: choose another');
      await choice.selectOption('Project default: Built-in carrier');
      await expect
        .poll(async () => (await read()).document.nodes.find(({ id }) => id === 'offer'))
        .toMatchObject({ settings: { integrationId: null } });
    },
  );
});

story('who may only look sees the providers, and nothing that is a secret', async ({ page, projectId }) => {
  await onlyRead(page);
  await openProviders(page, projectId);
  await expect(page.getByText('Only owners of the project change its settings')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  await expect(page.getByText('Callback address')).toHaveCount(0);
  await lookAt(page, '39-only-reading');
});
