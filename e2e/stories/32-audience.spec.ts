import { expect } from '@playwright/test';
import { lookAt } from '../ground/look-at.ts';
import { makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { story } from '../ground/story.ts';

story(
  'a text is counted over all customers by itself: parts, money, countries, refusals, and what quick fixes save',
  async ({ page, request, projectId }) => {
    const versions = [
      {
        language: 'en',
        message:
          'Hi {{ customer.first_name|default("you") }}, it’s time for a walk: your tent is ready and we keep it for you until Sunday.',
      },
    ];
    const document = nowToSms({ versions, maximumParts: 3 });
    const scenario = await makeScenario(request, projectId, { name: 'Audience', document });
    await page.goto(`${scenario.address}?node=offer`);
    await page.getByRole('button', { name: 'Open editor' }).click();

    const audience = page.getByRole('region', { name: 'Audience' });
    await expect(audience).toContainText(/2 parts each · [\d,]+ messages/, { timeout: 150_000 });
    await expect(audience).toContainText('counted just now');
    await lookAt(page, 'audience-line');

    await page.setViewportSize({ width: 1440, height: 900 });
    await audience.getByRole('button', { name: 'Details' }).click();
    const details = page.getByRole('dialog', { name: 'What this message comes to' });
    await expect(details.getByRole('region', { name: 'By country' })).toContainText('Slovakia');
    await expect(details.getByRole('region', { name: 'Quick fixes' })).toContainText(
      /would save [\d,]+ parts/,
    );
    await expect(details.getByRole('region', { name: 'Will not be sent' })).toContainText('No phone number');
    await lookAt(page, 'audience-details');
  },
);

story(
  'the customers worth looking at are one click away, and the others one after the other',
  async ({ page, request, projectId }) => {
    const versions = [
      {
        language: 'en',
        message: 'Hi {{ customer.first_name }}, after this it is {{ customer.last_order_total + 1 }}',
      },
      {
        language: 'sk',
        message: 'Ahoj {{ customer.first_name }}, potom {{ customer.last_order_total + 1 }}',
      },
    ];
    const scenario = await makeScenario(request, projectId, {
      name: 'Picked',
      document: nowToSms({ versions }),
    });
    await page.goto(`${scenario.address}?node=offer`);
    await page.getByRole('button', { name: 'Open editor' }).click();
    const preview = page.getByRole('complementary', { name: 'Preview' });
    const picks = preview.getByRole('list', { name: 'Customers worth looking at' });
    const pick = (name: string) => picks.getByRole('button', { name, exact: true });
    await expect(picks).toBeVisible({ timeout: 150_000 });
    for (const [name, outcome] of [
      ['Longest', /^Will be sent, 1 part/],
      ['Shortest', /^Will be sent, 1 part/],
      ['Most parts', /^Will be sent, 1 part/],
      ['Fails', 'Template error'],
      ['No phone', 'No phone number'],
      ['Slovak', /^Will be sent, 1 part/],
      ['English', /^Will be sent, 1 part/],
    ] as const) {
      await pick(name).click();
      await expect(pick(name)).toHaveAttribute('aria-pressed', 'true');
      await expect(preview.getByText(outcome).first()).toBeVisible();
    }
    await pick('Slovak').click();
    await expect(preview.getByText('Slovak version')).toBeVisible();
    await expect(preview.getByRole('region', { name: 'Phone' })).toContainText(/^HeronReedAhoj /);

    const chosen = preview.getByRole('button', { name: /^Preview for/ });
    await expect(chosen).toContainText('Slovak');
    for (const button of ['Next customer', 'Next customer', 'Previous customer']) {
      const before = (await chosen.textContent()) ?? '';
      await preview.getByRole('button', { name: button }).click();
      await expect(chosen).not.toHaveText(before);
    }
  },
);

story('a count takes its time, says how far it is, and is stopped', async ({ page, request, projectId }) => {
  const message = '{% for a in range(9000) %}{% set b = a * a %}{% endfor %}Hi {{ customer.email }}';
  const scenario = await makeScenario(request, projectId, {
    name: 'Stopped',
    document: nowToSms({ versions: [{ language: 'en', message }] }),
  });
  await page.goto(`${scenario.address}?node=offer`);
  await page.getByRole('button', { name: 'Open editor' }).click();
  const audience = page.getByRole('region', { name: 'Audience' });
  await expect(audience.getByText(/^Counting [\d,]+ of [\d,]+ customers$/)).toBeVisible({ timeout: 150_000 });
  await expect(audience.getByRole('progressbar', { name: 'Counting the audience' })).toBeVisible();
  await audience.getByRole('button', { name: 'Stop' }).click();
  await expect(audience.getByText('Counting was stopped.')).toBeVisible();
  await audience.getByRole('button', { name: 'Count audience' }).click();
  await expect(audience.getByText(/^Counting /)).toBeVisible();
  await audience.getByRole('button', { name: 'Stop' }).click();
  await expect(audience.getByText('Counting was stopped.')).toBeVisible();
});
