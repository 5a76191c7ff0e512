import { endpoints } from '@curlew/contract';
import { expect } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { findCustomer } from '../ground/find-customer.ts';
import { lookAt } from '../ground/look-at.ts';
import { onlyRead } from '../ground/only-read.ts';
import { story } from '../ground/story.ts';
import { tabTo } from '../ground/tab-to.ts';

story('an owner keeps senders and defaults of messages', async ({ page, request, projectId }) => {
  const before = await callApi(request, endpoints.getMessageSettings, { params: { projectId } });
  await page.goto(`/projects/${projectId}/scenarios`);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await page.getByRole('switch', { name: 'Link shortener' }).click();
  await page.getByRole('combobox', { name: 'UTM parameters' }).selectOption('custom');
  await page.getByRole('textbox', { name: 'utm_campaign' }).fill('autumn');

  await page.getByRole('link', { name: 'Senders' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('What you changed is not saved');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await lookAt(page, '33-messages');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Saved: messages that leave it to the project')).toBeVisible();

  await page.getByRole('link', { name: 'Senders' }).click();
  const sender = page.getByRole('textbox', { name: 'Another sender' });
  await sender.fill('Heron and Reed');
  await sender.press('Enter');
  await expect(page.getByText('The sender is too long: shorten it to 11 characters')).toBeVisible();
  for (const text of ['HeronReed', '+447700900000', '{{ customer.shop }}']) {
    await sender.fill(text);
    await sender.press('Enter');
    await expect(page.getByRole('listitem').filter({ hasText: text })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Move +447700900000 up' }).click();
  const list = page.getByRole('list', { name: 'Senders' }).getByRole('listitem');
  await expect(list.first()).toContainText('+447700900000');
  await lookAt(page, '33-senders');
  await page.getByRole('button', { name: 'Remove {{ customer.shop }}' }).click();
  await expect(list).toHaveCount(2);
  await expect
    .poll(() => callApi(request, endpoints.getMessageSettings, { params: { projectId } }))
    .toMatchObject({
      senders: ['+447700900000', 'HeronReed'],
      defaults: { shortensLinks: true, utm: { source: 'curlew', campaign: 'autumn' } },
    });
  // Other stories expect what a project begins with.
  await callApi(request, endpoints.changeMessageSettings, { params: { projectId }, body: before });
});

story('prices are added, pasted, changed and removed', async ({ page, projectId }) => {
  await page.goto(`/projects/${projectId}/settings?section=prices`);
  const table = page.getByRole('region', { name: 'Prices', exact: true });
  await expect(table.getByRole('row', { name: /^Slovakia .* To come/ })).toBeVisible();
  const form = page.getByRole('form', { name: 'Add a price' });
  await form.getByRole('button', { name: 'Country' }).click();
  await page.getByRole('combobox', { name: 'Search countries' }).fill('Norw');
  await page.keyboard.press('Enter');
  await form.getByRole('textbox', { name: 'Price per part' }).fill('0,0612345');
  await form.getByRole('button', { name: 'Add price' }).click();
  await expect(form.getByText('at most six decimals')).toBeVisible();
  await form.getByRole('textbox', { name: 'Price per part' }).fill('0,0612');
  await form.getByRole('button', { name: 'Add price' }).click();
  await expect(table.getByRole('row', { name: /^Norway GBP 0\.0612 .* In force/ })).toBeVisible();

  const paste = page.getByRole('textbox', { name: 'Paste a list' });
  await paste.fill('FI;0,05\nXX;1');
  await expect(page.getByText('Line 2: “XX” is no country')).toBeVisible();
  await lookAt(page, '33-prices');
  await paste.fill('FI;0,05\nNO;0,07;EUR;2027-02-01');
  await page.getByRole('button', { name: 'Set 2 prices' }).click();
  await expect(table.getByRole('row', { name: /^Norway EUR 0\.07 1 Feb 2027 To come/ })).toBeVisible();

  await page.getByRole('button', { name: 'Change the price for Norway from 2027-02-01' }).click();
  const edit = page.getByRole('form', { name: 'Change a price' });
  await edit.getByRole('textbox', { name: 'Price per part' }).fill('0.08');
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(table.getByRole('row', { name: /^Norway EUR 0\.08/ })).toBeVisible();
  for (const row of [/^Norway EUR/, /^Norway GBP/, /^Finland/]) {
    await table
      .getByRole('row', { name: row })
      .getByRole('button', { name: /^Remove/ })
      .click();
    await expect(table.getByRole('row', { name: row })).toHaveCount(0);
  }
});

const usSwitch = 'Send to numbers in the US';

story.describe('refused once', () => {
  story.use({ expectedError: /status of 403/ });

  story(
    'an owner switches US numbers on, after a question, and off again',
    async ({ page, request, projectId }) => {
      const { id: customerId } = await findCustomer(request, projectId, {
        isWanted: ({ phoneProblem }) => phoneProblem === 'us_not_enabled',
      });
      const problem = page.getByRole('region', { name: 'Phone' }).getByText('US number, not switched on');
      await page.goto(`/projects/${projectId}/customers/${customerId}`);
      await expect(problem).toBeVisible();
      await lookAt(page, '33-us-customer');
      await page.getByRole('link', { name: 'Open the setting' }).click();

      const numbers = page.getByRole('switch', { name: usSwitch });
      await expect(numbers).not.toBeChecked();
      await expect(numbers).toHaveAccessibleDescription(/leave all the same/);
      await lookAt(page, '33-us-off');
      await tabTo(page, numbers);
      await page.keyboard.press('Space');
      const question = page.getByRole('alertdialog', { name: `${usSwitch}?` });
      await expect(question).toContainText('cannot be taken back');
      await lookAt(page, '33-us-asked');
      await page.keyboard.press('Escape');
      await expect(question).toHaveCount(0);
      await expect(numbers).toBeFocused();
      await expect(numbers).not.toBeChecked();

      // Somebody took the rights away meanwhile.
      const message = 'Only owners of this project may do that; you are editor.';
      await page.route(
        '**/api/projects/*/settings/us',
        (route) => route.fulfill({ status: 403, json: { error: { code: 'not_allowed', message } } }),
        { times: 1 },
      );
      await numbers.click();
      const confirm = question.getByRole('button', { name: 'Switch on' });
      await confirm.click();
      await expect(question.getByRole('alert')).toContainText(message);
      await lookAt(page, '33-us-refused');
      await confirm.click();
      await expect(question).toHaveCount(0);
      await expect(page.getByText('Messages to numbers in the US are sent from now on')).toBeVisible();
      await expect(numbers).toBeChecked();
      await lookAt(page, '33-us-on');
      await page.goBack();
      await expect(page.getByRole('region', { name: 'Phone' })).toBeVisible();
      await expect(problem).toHaveCount(0);

      await page.goForward();
      await numbers.click();
      await expect(question).toHaveCount(0);
      await expect(page.getByText('Messages to numbers in the US are refused from now on')).toBeVisible();
      await expect(numbers).not.toBeChecked();
      await page.goBack();
      await expect(problem).toBeVisible();
    },
  );
});

story('who may only look sees whether US numbers are sent to', async ({ page, projectId }) => {
  await onlyRead(page);
  await page.goto(`/projects/${projectId}/settings?section=us-numbers`);
  await expect(page.getByText(/^Only owners of the project change its settings/)).toBeVisible();
  const numbers = page.getByRole('switch', { name: usSwitch });
  await expect(numbers).not.toBeChecked();
  await expect(numbers).toBeDisabled();
  await lookAt(page, '33-us-only-read');
});
