import { expect } from '@playwright/test';
import { lookAt } from '../ground/look-at.ts';
import { makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { onlyRead } from '../ground/only-read.ts';
import { previewFor } from '../ground/preview-for.ts';
import { story } from '../ground/story.ts';

story(
  'who may only look reads all of a message and changes nothing of it',
  async ({ page, request, projectId }) => {
    const versions = [
      { language: 'en', message: 'It’s on, {{ customer.first_name }}' },
      { language: 'sk', message: 'Ahoj {{ customer.first_name }}' },
    ];
    const scenario = await makeScenario(request, projectId, {
      name: 'Only read',
      document: nowToSms({ versions, eventProperties: [{ name: 'city', type: 'text', value: 'Brno' }] }),
    });
    await onlyRead(page);
    await page.goto(`${scenario.address}?node=offer`);
    await page.getByRole('button', { name: 'Open message' }).click();
    const dialog = page.getByRole('dialog', { name: 'Offer' });
    const message = dialog.getByRole('textbox', { name: 'Message, English' });
    await message.click();
    await page.keyboard.type('zzz');
    await expect(message).toHaveText('It’s on, {{ customer.first_name }}');
    await expect(message).toHaveAttribute('aria-readonly', 'true');
    await message.press('Control+Home');
    await message.press('Control+.');
    await expect(page.locator('.cm-tooltip')).toContainText('curly apostrophe');
    await expect(
      dialog.getByRole('button', { name: /Replace|Snippet|Emoji|Add language|Change English/ }),
    ).toHaveCount(0);
    await expect(dialog.getByRole('combobox', { name: 'Sender' })).toHaveAttribute('readonly', '');
    await message.press('Escape');
    await lookAt(page, '38-editor');
    await dialog.getByRole('tab', { name: /^Slovak/ }).click();
    await expect(dialog.getByRole('textbox', { name: 'Message, Slovak' })).toHaveText(/^Ahoj/);

    await dialog.getByRole('tab', { name: 'Settings' }).click();
    await expect(dialog.getByRole('switch', { name: 'Multiple parts' })).toBeDisabled();
    for (const name of ['Consent category', 'Frequency policy', 'Expiry', 'Link shortener']) {
      await expect(dialog.getByRole('combobox', { name })).toBeDisabled();
    }
    await expect(dialog.getByRole('textbox', { name: 'Value of property 1' })).toHaveAttribute(
      'readonly',
      '',
    );
    await expect(dialog.getByRole('button', { name: /property/ })).toHaveCount(0);

    await dialog.getByRole('tab', { name: 'Preview' }).click();
    const tab = dialog.getByRole('tabpanel', { name: 'Preview' });
    await previewFor(page, { search: 'zoe.muller', name: /^Zoë Müller/ }, tab);
    await expect(tab.getByRole('region', { name: 'Phone' })).toContainText('Zoë');
    await expect(tab.getByText('An editor of this project can send one.')).toBeVisible();
    await expect(tab.getByRole('button', { name: 'Send test' })).toHaveCount(0);
    await lookAt(page, '38-preview');
    expect((await scenario.read()).document.nodes.find(({ kind }) => kind === 'sms')).toMatchObject({
      settings: { versions },
    });

    for (const [section, button] of [
      ['messages', 'Save changes'],
      ['senders', 'Add sender'],
      ['policies', 'New policy'],
      ['prices', 'Add price'],
    ] as const) {
      await page.goto(`/projects/${projectId}/settings?section=${section}`);
      await expect(page.getByText(/^Only owners of the project change its settings/)).toBeVisible();
      await expect(page.getByRole('button', { name: button })).toHaveCount(0);
    }
  },
);
