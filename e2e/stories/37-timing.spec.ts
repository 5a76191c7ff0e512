import { endpoints } from '@curlew/contract';
import { expect } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { lookAt } from '../ground/look-at.ts';
import { makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { story } from '../ground/story.ts';

// The default policy cannot be deleted.
story.use({ expectedError: /status of 400/ });

story(
  'a policy is made the project’s default, and a message follows it or its own rules',
  async ({ page, request, projectId }) => {
    const before = await callApi(request, endpoints.getMessageSettings, { params: { projectId } });
    await page.goto(`/projects/${projectId}/settings?section=policies`);
    await expect(page.getByText('No policy yet.')).toBeVisible();
    await page.getByRole('button', { name: 'New policy' }).click();
    const dialog = page.getByRole('dialog', { name: 'New frequency policy' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Gentle');
    await dialog.getByRole('textbox', { name: 'Messages of rule 1' }).fill('0');
    await dialog.getByRole('button', { name: 'Create policy' }).click();
    await expect(dialog.getByRole('alert')).toContainText('1 to 1,000 messages');
    await dialog.getByRole('textbox', { name: 'Messages of rule 1' }).fill('2');
    await dialog.getByRole('button', { name: 'Add rule' }).click();
    await lookAt(page, '37-policy');
    await dialog.getByRole('button', { name: 'Create policy' }).click();
    const row = page.getByRole('list', { name: 'Frequency policies' }).getByRole('listitem');
    await expect(row).toContainText('At most 2 messages in 7 days and at most 1 message in 1 day');

    await page.getByRole('link', { name: 'Messages', exact: true }).click();
    await page.getByRole('combobox', { name: 'Frequency policy' }).selectOption({ label: 'Gentle' });
    await page.getByRole('switch', { name: 'Silent hours' }).click();
    await page.getByRole('switch', { name: 'Expiry' }).click();
    await page.getByRole('textbox', { name: 'Expires after' }).fill('0');
    await expect(page.getByText('Messages expire at once')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save changes' })).toBeDisabled();
    await page.getByRole('textbox', { name: 'Expires after' }).fill('-1');
    await expect(page.getByText('Type a whole number from 1 to 10,000')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save changes' })).toBeDisabled();
    await page.getByRole('textbox', { name: 'Expires after' }).fill('6');
    await lookAt(page, '37-defaults');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByText('Saved: messages that leave it')).toBeVisible();

    const { address, read } = await makeScenario(request, projectId, {
      name: 'Timing',
      document: nowToSms(),
    });
    await page.goto(`${address}?node=offer`);
    await page.getByRole('button', { name: 'Open editor' }).click();
    const editor = page.getByRole('dialog', { name: 'Offer' });
    await editor.getByRole('tab', { name: 'Settings' }).click();
    const chosen = (name: string) => editor.getByRole('combobox', { name }).locator('option:checked');
    await expect(chosen('Frequency policy')).toHaveText('Project default: Gentle');
    await expect(chosen('Expiry')).toHaveText('Project default: after 6 hours');
    await editor.getByRole('combobox', { name: 'Silent hours' }).selectOption('own');
    await editor.getByLabel('Silent from').fill('22:30');
    await editor.getByRole('combobox', { name: 'Expiry' }).selectOption('none');
    await lookAt(page, '37-timing');
    await expect
      .poll(async () => (await read()).document.nodes.find(({ kind }) => kind === 'sms')?.settings)
      .toMatchObject({
        frequencyPolicy: { of: 'project' },
        silentHours: { of: 'own', value: { from: '22:30', to: '08:00' } },
        expiry: { of: 'none' },
      });

    await page.goto(`/projects/${projectId}/settings?section=policies`);
    const remove = async () => {
      await page.getByRole('button', { name: 'Delete Gentle' }).click();
      await page.getByRole('button', { name: 'Delete policy' }).click();
    };
    await remove();
    await expect(page.getByText(/is the default of the project/)).toBeVisible();
    // Other stories expect what a project begins with.
    await callApi(request, endpoints.changeMessageSettings, { params: { projectId }, body: before });
    await page.reload();
    await remove();
    await expect(page.getByText('No policy yet.')).toBeVisible();
  },
);
