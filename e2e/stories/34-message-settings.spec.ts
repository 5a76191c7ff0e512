import { endpoints } from '@curlew/contract';
import { expect } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { findCustomer } from '../ground/find-customer.ts';
import { lookAt } from '../ground/look-at.ts';
import { makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { previewFor } from '../ground/preview-for.ts';
import { story } from '../ground/story.ts';

story(
  'a message has settings of its own, and goes back to those of its project',
  async ({ page, request, projectId }) => {
    const { address, read } = await makeScenario(request, projectId, {
      name: 'Own rules',
      document: nowToSms(),
    });
    await page.goto(`${address}?node=offer`);
    await page.getByRole('button', { name: 'Open editor' }).click();
    const editor = page.getByRole('dialog', { name: 'Offer' });
    await editor.getByRole('tab', { name: 'Settings' }).click();
    const settingsOf = async () => {
      const node = (await read()).document.nodes.find(({ kind }) => kind === 'sms');
      return node?.kind === 'sms' ? node.settings : null;
    };

    await editor.getByRole('switch', { name: 'Multiple parts' }).click();
    await editor.getByRole('combobox', { name: 'At most' }).selectOption('4');
    const shortener = editor.getByRole('combobox', { name: 'Link shortener' });
    await expect(shortener.locator('option:checked')).toHaveText('Project default: off');
    await expect(editor.getByRole('combobox', { name: 'UTM parameters' })).toBeDisabled();
    await shortener.selectOption('on');
    await editor.getByRole('combobox', { name: 'UTM parameters' }).selectOption('custom');
    await editor.getByRole('textbox', { name: 'utm_campaign' }).fill('reeds');
    await editor.getByRole('button', { name: 'Add property' }).click();
    await editor.getByRole('textbox', { name: 'Name of property 1' }).fill('city');
    await editor.getByRole('textbox', { name: 'Value of property 1' }).fill('{{ customer.');
    await expect(editor.getByText('The value of “city” has a broken template')).toBeVisible();
    await lookAt(page, '34-settings');
    await editor.getByRole('textbox', { name: 'Value of property 1' }).fill('{{ customer.city }}');
    await expect.poll(settingsOf).toMatchObject({
      maximumParts: 4,
      linkShortener: 'on',
      utm: { of: 'own', value: { campaign: 'reeds' } },
      eventProperties: [{ name: 'city', type: 'text', value: '{{ customer.city }}' }],
    });
    await editor.getByRole('combobox', { name: 'UTM parameters' }).selectOption('project');
    await shortener.selectOption('project');
    await expect.poll(settingsOf).toMatchObject({ linkShortener: 'project', utm: { of: 'project' } });
  },
);

story(
  'a sender is picked, and the countries that do not take it are named',
  async ({ page, request, projectId }) => {
    const params = { projectId };
    const before = await callApi(request, endpoints.getMessageSettings, { params });
    await callApi(request, endpoints.changeMessageSettings, {
      params,
      body: { senders: ['HeronReed', '+447700900000'] },
    });
    const { address } = await makeScenario(request, projectId, {
      name: 'Picked sender',
      document: nowToSms({ sender: '' }),
    });
    await page.goto(`${address}?node=offer`);
    await page.getByRole('button', { name: 'Open editor' }).click();
    const editor = page.getByRole('dialog', { name: 'Offer' });
    const sender = editor.getByRole('combobox', { name: 'Sender' });
    await sender.click();
    await page.getByRole('option', { name: /^HeronReed/ }).click();
    await expect(sender).toHaveValue('HeronReed');
    await expect(editor.getByText(/^No text sender arrives in .*United States/)).toBeVisible();
    await expect(editor.getByText(/^Some operators in Taiwan/)).toBeVisible();
    await lookAt(page, '34-sender');
    await sender.fill('+4477');
    await page.getByRole('option', { name: /^\+447700900000/ }).click();
    await expect(editor.getByText(/^No text sender arrives/)).toHaveCount(0);

    // A template gives each customer a sender of their own, which has to be one like any other.
    const preview = editor.getByRole('complementary', { name: 'Preview' });
    await sender.fill("{{ 'Heron' if customer.first_name else '' }}{{ customer.none }}");
    await expect(editor.getByText(/^Filled in for each customer: up to 11/)).toBeVisible();
    await expect(preview.getByRole('region', { name: 'Phone' })).toContainText(/^Heron/);
    await expect(preview.getByText(/^Will be sent/)).toBeVisible();
    const taiwanese = await findCustomer(request, projectId, {
      isWanted: ({ phone, phoneProblem }) => phoneProblem === null && phone?.startsWith('+886') === true,
    });
    await previewFor(page, { search: taiwanese.phone ?? '', name: new RegExp(taiwanese.name) }, preview);
    await expect(
      preview.getByText('Some operators in Taiwan replace or refuse text senders like “Heron”.'),
    ).toBeVisible();
    await sender.fill('{{ customer.none }}');
    await expect(preview.getByText('Sender not allowed')).toBeVisible();
    await expect(preview.getByText('The sender is empty.')).toBeVisible();
    await sender.fill('{{ customer.none');
    await expect(editor.getByText(/^The sender's template is broken in line 1, column 1/)).toBeVisible();
    await lookAt(page, '34-sender-template');
    await callApi(request, endpoints.changeMessageSettings, { params, body: { senders: before.senders } });
  },
);
