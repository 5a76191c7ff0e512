import { expect, type Page } from '@playwright/test';
import { lookAt } from '../ground/look-at.ts';
import { type MadeScenario, makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { story } from '../ground/story.ts';

const openEditor = async (page: Page, scenario: MadeScenario): Promise<void> => {
  await page.goto(`${scenario.address}?node=offer`);
  await page.getByRole('button', { name: 'Open editor' }).click();
};

const messageIn = (page: Page, language: string) =>
  page.getByRole('textbox', { name: `Message, ${language}` });

const versionsOf = async (scenario: MadeScenario): Promise<unknown> => {
  const node = (await scenario.read()).document.nodes.find(({ kind }) => kind === 'sms');
  return node?.kind === 'sms'
    ? { versions: node.settings.versions, standard: node.settings.defaultLanguage }
    : null;
};

story(
  'language versions are added, told apart, made the default and removed',
  async ({ page, request, projectId }) => {
    const scenario = await makeScenario(request, projectId, { name: 'In languages', document: nowToSms() });
    await openEditor(page, scenario);
    await page.getByRole('button', { name: 'Add language' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a language' });
    await dialog.getByRole('combobox', { name: 'Language' }).fill('slo');
    await page.getByRole('option', { name: /^Slovak/ }).click();
    await dialog.getByRole('button', { name: 'Add language' }).click();
    await expect(messageIn(page, 'Slovak')).toBeFocused();
    await expect(messageIn(page, 'Slovak')).toHaveText('Hi {{ customer.first_name }}');

    await messageIn(page, 'Slovak').fill('Ahoj {{ customer.nick }}');
    await expect(
      page.getByText(
        'Other variables than in English: without customer.first_name, with customer.nick besides',
      ),
    ).toBeVisible();
    await expect(page.getByRole('tab', { name: /Slovak/ }).getByLabel('other variables')).toBeVisible();
    await lookAt(page, '30-languages');

    await page.getByRole('tab', { name: /^English/ }).click();
    await page.getByRole('tab', { name: /^English/ }).press('ArrowRight');
    await expect(page.getByRole('tab', { name: /^Slovak/ })).toBeFocused();
    await messageIn(page, 'Slovak').press('Control+Z');
    await expect(messageIn(page, 'Slovak')).toHaveText('Hi {{ customer.first_name }}');

    await page.getByRole('button', { name: 'Change Slovak' }).click();
    await page.getByRole('menuitem', { name: 'Make default' }).click();
    await page.getByRole('tab', { name: /^English/ }).click();
    await page.getByRole('button', { name: 'Change English' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Remove language' }).click();
    await expect(page.getByRole('tab', { name: /^English/ })).toHaveCount(0);
    await expect
      .poll(() => versionsOf(scenario))
      .toEqual({ versions: [{ language: 'sk', message: 'Hi {{ customer.first_name }}' }], standard: 'sk' });
  },
);

story('completion and snippets', async ({ page, request, projectId }) => {
  const versions = [{ language: 'en', message: '' }];
  const scenario = await makeScenario(request, projectId, {
    name: 'Written with help',
    document: nowToSms({ versions }),
  });
  await openEditor(page, scenario);
  const message = messageIn(page, 'English');
  await message.click();
  await page.keyboard.type('Hi {{ customer.first');
  const option = page.getByRole('option', { name: /^first_name/ });
  await expect(option).toContainText(/text, [\d.]+ %/);
  await expect(page.getByText(/^A text that [\d.]+ % of customers have$/)).toBeVisible();
  // The list lets nobody take what they cannot have seen yet.
  await page.waitForTimeout(200);
  await page.keyboard.press('Enter');
  await page.keyboard.type(' | tit');
  await expect(page.getByText('Every word begins with a capital').first()).toBeVisible();
  await page.waitForTimeout(200);
  await page.keyboard.press('Enter');
  await page.keyboard.type(' }}, ');
  await expect(message).toHaveText('Hi {{ customer.first_name | title }},');

  await page.getByRole('button', { name: 'Snippet' }).click();
  await page.getByRole('menuitem', { name: /^Today/ }).click();
  await expect(message).toBeFocused();
  await expect(message).toContainText("{{ time | from_timestamp('%d.%m.') }}");

  await message.fill('');
  await page.getByRole('button', { name: 'Snippet' }).click();
  await page.getByRole('menuitem', { name: /^Price/ }).click();
  await expect(page.getByRole('option', { name: /^balance/ })).toBeVisible();
  await page.waitForTimeout(200);
  await page.keyboard.type('balance');
  await page.keyboard.press('Enter');
  await expect(message).toHaveText("{{ '%.2f' | format(customer.balance) }} EUR");
  await expect(page.getByRole('region', { name: 'Phone' })).toContainText(/\d\.\d\d EUR$/);

  await message.fill('a'.repeat(161));
  await expect(message.getByText('part 1 ends here')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Phone' }).getByText('part 2')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Length of the message' })).toContainText(
    /GSM-7\s*8 of 153\s*2 parts\s*2 parts, 1 allowed: this will not be sent/,
  );
  await message.fill('{{ x }}');
  await message.press('End');
  await expect(page.locator('.cm-matchingBracket')).toHaveCount(2);
});

story(
  'what a mark is and costs is told by pointer and by key, and mended one by one or at once',
  async ({ page, request, projectId }) => {
    const message =
      'It’s “on”, {{ customer.first_name | title }}: https://heron.example/{{ customer.city }}/a';
    const scenario = await makeScenario(request, projectId, {
      name: 'Explained',
      document: nowToSms({ versions: [{ language: 'en', message }], linkShortener: 'on', maximumParts: 2 }),
    });
    await openEditor(page, scenario);
    const text = messageIn(page, 'English');
    const tooltip = page.locator('.cm-tooltip');
    await expect(page.getByText('At least 1 part, depending on the customer')).toBeVisible();
    await text.getByText('/a', { exact: true }).hover();
    await expect(tooltip).toContainText(/Sent as \S+\/…: \d+ units for every customer/);
    // What is known of the attributes comes in after the text does; what is explained by then stays as it was.
    await expect(async () => {
      await page.mouse.move(0, 0);
      await text.getByText('{{ customer.first_name | title }}').hover();
      const known = /A text that [\d.]+ % of customers have|Every word begins/;
      await expect(tooltip).toContainText(known, { timeout: 2_000 });
    }).toPass();

    await text.press('Control+Home');
    await expect(tooltip).toHaveCount(0);
    await text.press('Control+.');
    await expect(tooltip).toContainText('curly apostrophe, U+2019');
    await expect(tooltip).toContainText('it turns the whole message to Unicode');
    await text.press('Escape');
    await expect(tooltip).toHaveCount(0);
    await text.press('Control+.');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: "Replace with '", exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(text).toContainText("It's “on”");
    await expect(text).toBeFocused();
    await text.press('Control+.');
    await expect(tooltip).toContainText('curly double quote');
    await page.getByRole('button', { name: /^Replace all 2 characters/ }).click();
    await expect(text).toContainText('It\'s "on"');
    await text.press('Control+End');
    await page.keyboard.type('’ ž');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+.');
    await expect(tooltip).toContainText("It could be ', which saves nothing as long as ž keeps the message");
    await lookAt(page, '30-explained');

    await page.getByRole('dialog').getByRole('tab', { name: 'Preview' }).click();
    const preview = page.getByRole('tabpanel', { name: 'Preview' });
    const shortLink = preview.getByRole('region', { name: 'Phone' }).getByRole('button', { name: /^http/ });
    await expect(shortLink).toHaveAttribute('aria-pressed', 'false');
    await preview
      .getByRole('region', { name: 'Variables' })
      .getByText(/^customer\.city = /)
      .hover();
    await expect(shortLink).toHaveAttribute('aria-pressed', 'true');
  },
);
