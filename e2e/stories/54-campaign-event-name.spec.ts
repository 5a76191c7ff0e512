import { randomUUID } from 'node:crypto';
import { endpoints } from '@curlew/contract';
import { type APIRequestContext, expect } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { findCustomer } from '../ground/find-customer.ts';
import { lookAt } from '../ground/look-at.ts';
import { makeScenario, nowToSms, triggerToSms } from '../ground/make-scenario.ts';
import { onlyRead } from '../ground/only-read.ts';
import { story } from '../ground/story.ts';
import { tabTo } from '../ground/tab-to.ts';

const listening = (event: string) => {
  const document = triggerToSms('on_event');
  return {
    ...document,
    nodes: document.nodes.map((node) =>
      node.kind === 'on_event' ? { ...node, settings: { ...node.settings, event } } : node,
    ),
  };
};

/** What a customer's page is told by, without a run: a test with their data. */
const sendTest = async (
  request: APIRequestContext,
  projectId: string,
  { scenarioId, customerId }: { scenarioId: string; customerId: string },
): Promise<void> => {
  const node = nowToSms().nodes.find(({ kind }) => kind === 'sms');
  if (node?.kind !== 'sms') throw new Error('there is an SMS node');
  await callApi(request, endpoints.sendTest, {
    params: { projectId, scenarioId },
    body: { key: randomUUID(), node, customerId, numbers: ['+447700900123'] },
  });
};

story.describe('refused once', () => {
  story.use({ expectedError: /status of 400/ });

  story(
    'an owner names campaign events, is told who asks for them, and finds those of before',
    async ({ page, request, projectId }) => {
      const hearing = await makeScenario(request, projectId, {
        name: 'Thanks for the click',
        document: listening('campaign'),
      });
      const customer = await findCustomer(request, projectId, { search: 'jana.novakova@example.com' });
      const tested = { scenarioId: hearing.id, customerId: customer.id };
      await sendTest(request, projectId, tested);

      await page.goto(`/projects/${projectId}/settings`);
      await page.getByRole('link', { name: 'Campaign events' }).click();
      const name = page.getByRole('textbox', { name: 'Name of campaign events' });
      const save = page.getByRole('button', { name: 'Save changes' });
      await expect(name).toHaveValue('campaign');
      await expect(save).toBeDisabled();
      await name.fill(' ');
      await expect(name).toHaveAccessibleDescription(/have no name: type one/);
      await name.fill('consent');
      await expect(name).toHaveAccessibleDescription(/tell of consents: choose another name/);
      await expect(save).toBeDisabled();
      await name.fill('purchase');
      await name.press('Enter');
      await expect(name).toHaveAccessibleDescription(/Customers have other events named “purchase” already/);
      await lookAt(page, '54-refused');

      await name.fill('text_message');
      await expect(name).toHaveAccessibleDescription(/written from the change on/);
      const warning = page.getByRole('status').filter({ hasText: 'keep the name “campaign”' });
      await expect(
        warning.getByRole('list').getByRole('link', { name: 'Thanks for the click' }),
      ).toBeVisible();
      await lookAt(page, '54-warning');
      await page.getByRole('link', { name: 'Senders' }).click();
      await expect(page.getByRole('alertdialog')).toContainText('The name of campaign events is not saved');
      await page.getByRole('button', { name: 'Cancel' }).click();
      await name.focus();
      await tabTo(page, save);
      await page.keyboard.press('Enter');
      await expect(page.getByText('campaign events are named text_message from now on')).toBeVisible();
      await expect(warning).toHaveCount(0);
      await expect(name).toHaveAccessibleDescription('Named before: campaign.');

      await sendTest(request, projectId, tested);
      await page.goto(`/projects/${projectId}/customers/${customer.id}?events=campaign`);
      const { items } = await callApi(request, endpoints.listCustomerEvents, {
        params: { projectId, customerId: customer.id },
        query: { only: 'campaign', limit: 200 },
      });
      const types = new Set(items.map(({ type }) => type));
      expect(types).toEqual(new Set(['campaign', 'text_message']));
      // No event is shown as one of a kind that the page does not know.
      await expect(page.getByText('Enqueued').first()).toBeVisible();
      await expect(page.getByText('text_message', { exact: true })).toHaveCount(0);
      await page.getByRole('combobox', { name: 'Show' }).selectOption('all');
      await expect(page.getByText('Enqueued').first()).toBeVisible();
      await expect(page.getByText('text_message', { exact: true })).toHaveCount(0);

      // Other stories ask for the name that a project begins with.
      await page.goto(`/projects/${projectId}/settings?section=campaign-events`);
      await name.fill('campaign');
      await expect(page.getByText('No scenario asks for “text_message”.')).toBeVisible();
      await name.press('Enter');
      await expect(name).toHaveAccessibleDescription('Named before: text_message.');
      await lookAt(page, '54-back');
    },
  );
});

story('who may only look sees the name and changes nothing', async ({ page, projectId }) => {
  await onlyRead(page);
  await page.goto(`/projects/${projectId}/settings?section=campaign-events`);
  await expect(page.getByRole('textbox', { name: 'Name of campaign events' })).toHaveAttribute(
    'readonly',
    '',
  );
  await expect(page.getByRole('button', { name: 'Save changes' })).toHaveCount(0);
});
