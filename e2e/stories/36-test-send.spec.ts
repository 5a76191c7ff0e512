import { expect } from '@playwright/test';
import { nodeOf } from '../ground/canvas.ts';
import { campaignEventsOf, findCustomer } from '../ground/find-customer.ts';
import { lookAt } from '../ground/look-at.ts';
import { makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { previewFor } from '../ground/preview-for.ts';
import { story } from '../ground/story.ts';

// A wrong number is refused with status 400, which the browser notes.
story.use({ expectedError: /status of 400/ });

const typed = '+44 7700 900888';
const recipient = '+447700900888';

story(
  'a test goes to a typed number once, and its message arrives there',
  async ({ page, request, projectId }) => {
    const zoe = await findCustomer(request, projectId, { search: 'zoe.muller@' });
    const scenario = await makeScenario(request, projectId, { name: 'Tried out', document: nowToSms() });
    await page.goto(scenario.address);
    await nodeOf(page, 'Offer').click();
    await page.getByRole('button', { name: 'Open editor' }).click();
    const dialog = page.getByRole('dialog', { name: 'Offer' });
    await dialog.getByRole('tab', { name: 'Preview' }).click();
    const tab = dialog.getByRole('tabpanel', { name: 'Preview' });
    await previewFor(page, { search: 'zoe.muller', name: /^Zoë Müller/ }, tab);

    const test = tab.getByRole('region', { name: 'Test send' });
    const send = test.getByRole('button', { name: 'Send test' });
    await expect(send).toBeDisabled();
    await test.getByRole('textbox', { name: 'Phone number' }).fill(typed);
    await test.getByRole('button', { name: 'Add a number' }).click();
    const second = test.getByRole('textbox', { name: 'Phone number 2' });
    await second.fill('mum');
    await send.click();
    await expect(second).toHaveAccessibleDescription(/^This is not a phone number/);
    await expect(test.getByRole('list', { name: 'Tests' })).toBeHidden();

    await test.getByRole('button', { name: 'Remove phone number 2' }).click();
    await send.dblclick();
    const tests = test.getByRole('list', { name: 'Tests' });
    await expect(tests.getByText(/^(Delivered|Failed|Rejected)$/)).toBeVisible({ timeout: 20_000 });
    await expect(tests.getByText(recipient)).toHaveCount(1);
    await lookAt(page, 'test-send');

    const events = await campaignEventsOf(request, projectId, { customerId: zoe.id, campaign: 'Tried out' });
    expect(events.filter(({ status }) => status === 'enqueued')).toHaveLength(1);
    for (const event of events) expect(event).toMatchObject({ is_test: true, recipient });

    const opened = page.waitForEvent('popup');
    await test.getByRole('link', { name: 'Phones of the built-in carrier' }).click();
    const carrier = await opened;
    await carrier.getByRole('searchbox', { name: 'Search phones' }).fill(recipient);
    await carrier.getByRole('navigation', { name: 'Phones' }).getByRole('link', { name: recipient }).click();
    const screen = carrier.getByRole('log', { name: `Messages on ${recipient}` });
    await expect(screen.getByRole('listitem').filter({ hasText: 'Hi Zoë' })).toHaveCount(1);
  },
);
