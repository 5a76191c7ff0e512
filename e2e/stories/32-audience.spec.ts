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
