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
    'an owner adds an operator, mends what is wrong with it, and checks it',
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
      // What is mended is not called wrong any more, though the server is not asked again.
      await dialog.getByRole('textbox', { name: 'API token' }).fill('not-the-token');
      await dialog.getByRole('textbox', { name: 'Messages per second' }).fill('1.5');
      await dialog.getByRole('button', { name: 'Add provider' }).click();
      await expect(dialog.getByRole('textbox', { name: 'Messages per second' })).toHaveAttribute(
        'aria-invalid',
        'true',
      );
      await expect(dialog.getByText('Fill this in')).toHaveCount(0);
      await expect(dialog.getByRole('textbox', { name: 'Address' })).toHaveAttribute('aria-invalid', 'true');
      await dialog.getByRole('textbox', { name: 'Messages per second' }).fill('40');
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
      await expect(sinch).toContainText('Replies come only once you enter it at Sinch too');
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
      const { integrations } = await callApi(request, endpoints.listIntegrations, { params: { projectId } });
      const added = integrations.find(({ name }) => name === 'Sinch');
      const integrationId = added?.id ?? '';
      // Whether the address works is seen by what comes in there.
      await expect(sinch).toContainText('No report yet');
      const reported = await request.post(added?.callbackUrl ?? '', {
        data: {
          type: 'recipient_delivery_report_sms',
          batch_id: 'unheard-of',
          recipient: '447700900123',
          code: 0,
          status: 'Delivered',
          at: new Date().toISOString(),
        },
      });
      expect(reported.status()).toBe(200);
      await page.reload();
      await expect(sinch).toContainText(/Last report .*(now|second|minute)/);
      await lookAt(page, '39-last-report');
      await callApi(request, endpoints.deleteIntegration, { params: { projectId, integrationId } });
    },
  );

  story(
    'an owner makes another provider the default, knowing what goes through it then, and deletes it',
    async ({ page, request, projectId }) => {
      await callApi(request, endpoints.createIntegration, {
        params: { projectId },
        body: {
          provider: 'sinch',
          name: 'Sinch',
          ratePerSecond: 40,
          settings: { baseUrl: carrierUrl(), servicePlanId: 'demo' },
          secrets: { apiToken: 'not-the-token' },
        },
      });
      await openProviders(page, projectId);
      const sinch = rowOf(page, 'Sinch');
      await makeScenario(request, projectId, { name: 'A choice left open', document: nowToSms() });
      await sinch.getByRole('button', { name: 'Make default: Sinch' }).click();
      const move = page.getByRole('alertdialog', { name: 'Make “Sinch” the default?' });
      await expect(move).toContainText('Messages then reach people, and cost money');
      await expect(move.getByRole('link', { name: 'A choice left open' })).toBeVisible();
      await expect(move).toContainText('Its connection was never checked.');
      await lookAt(page, '39-make-default');
      await move.getByRole('button', { name: 'Make default' }).click();
      await expect(move).toHaveCount(0);
      await expect(sinch.getByText('Default', { exact: true })).toBeVisible();
      const { integrations } = await callApi(request, endpoints.listIntegrations, { params: { projectId } });
      expect(integrations.map(({ name, isDefault }) => [name, isDefault])).toEqual([
        ['Sinch', true],
        ['Built-in carrier', false],
      ]);

      // It cannot go while it is the default; once another is, it goes, and says whom that concerns.
      await sinch.getByRole('button', { name: 'Delete Sinch' }).click();
      const question = page.getByRole('alertdialog');
      await expect(question).toContainText('make another provider the default first');
      await question.getByRole('button', { name: 'Close' }).click();
      await rowOf(page, 'Built-in carrier')
        .getByRole('button', { name: 'Make default: Built-in carrier' })
        .click();
      await question.getByRole('button', { name: 'Make default' }).click();
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
      const choice = editor.getByRole('combobox', { name: 'Provider', exact: true });
      await expect(choice.locator('option:checked')).toHaveText('Deleted: choose another');
      await choice.selectOption('Project default: Built-in carrier');
      await expect
        .poll(async () => (await read()).document.nodes.find(({ id }) => id === 'offer'))
        .toMatchObject({ settings: { integrationId: null } });
    },
  );
});

story(
  'what is typed of a provider is not lost by going back or loading anew',
  async ({ page, projectId }) => {
    await page.goto(`/projects/${projectId}/settings?section=prices`);
    const parts = page.getByRole('navigation', { name: 'Parts of the settings' });
    await parts.getByRole('link', { name: 'Providers' }).click();
    await page.getByRole('button', { name: 'Add provider' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a provider' });
    const name = dialog.getByRole('textbox', { name: 'Name' });
    await name.fill('Heron & Reed');
    await page.evaluate('history.back()');
    const leave = page.getByRole('alertdialog', { name: 'Leave without saving?' });
    await leave.getByRole('button', { name: 'Cancel' }).click();
    await expect(name).toHaveValue('Heron & Reed');
    // The browser asks in words of its own.
    const asked = page.waitForEvent('dialog');
    const reload = page.reload({ timeout: 2_000 }).catch(() => null);
    await (await asked).dismiss();
    await reload;
    await expect(name).toHaveValue('Heron & Reed');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page
      .getByRole('alertdialog', { name: 'Close without saving?' })
      .getByRole('button', { name: 'Close without saving' })
      .click();
    await expect(dialog).toHaveCount(0);
  },
);

story(
  'whoever sets up a signed webhook reads there what their server has to answer',
  async ({ page, projectId }) => {
    await openProviders(page, projectId);
    await page.getByRole('button', { name: 'Add provider' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a provider' });
    await dialog.getByRole('combobox', { name: 'Operator' }).selectOption('Signed webhook');
    await expect(dialog).toContainText('Your server has to answer 200 and name it: {"id":"…"}');
    const refusal = dialog.getByText('{"code":"…","message":"…"}: refused for good');
    await expect(refusal).toBeHidden();
    await dialog.getByText('All that your server is asked and answers').click();
    await expect(refusal).toBeVisible();
    await refusal.scrollIntoViewIfNeeded();
    await lookAt(page, '39-webhook');
  },
);

story('who may only look sees the providers, and nothing that is a secret', async ({ page, projectId }) => {
  await onlyRead(page);
  await openProviders(page, projectId);
  await expect(page.getByText('Only owners of the project change its settings')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  await expect(page.getByText('Callback address')).toHaveCount(0);
  await lookAt(page, '39-only-reading');
});
