import { endpoints } from '@curlew/contract';
import { addNode, nodeKinds, type ScenarioDocument } from '@curlew/scenario';
import { expect } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { nodeOf } from '../ground/canvas.ts';
import { lookAt } from '../ground/look-at.ts';
import { makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { previewFor } from '../ground/preview-for.ts';
import { story } from '../ground/story.ts';

const message =
  'Hi {{ customer.first_name }}, {{ event.total_price }} {{ event.currency }} is paid. {{ customer.nickname }}';

const onPurchase = (): ScenarioDocument => {
  const versions = [
    { language: 'en', message },
    { language: 'de', message: 'Hallo {{ customer.first_name }}, bezahlt: {{ event.total_price }}' },
  ];
  const drawn = addNode(nowToSms({ versions }), {
    kind: 'on_event',
    id: 'bought',
    position: { x: 0, y: 160 },
  });
  const settings = { ...nodeKinds.on_event.defaults(), event: 'purchase' };
  return {
    ...drawn,
    nodes: drawn.nodes.map((node) => (node.kind === 'on_event' ? { ...node, settings } : node)),
    edges: [...drawn.edges, { id: 'bought-offer', source: 'bought', output: 'out', target: 'offer' }],
  };
};

story(
  'previews a message for an event, and tells which variable gave what',
  async ({ page, request, projectId }) => {
    const { items } = await callApi(request, endpoints.listEvents, {
      params: { projectId },
      query: { type: 'purchase', limit: 1 },
    });
    const [latest] = items;
    if (!latest) throw new Error('nobody in the demo project has bought anything');
    const scenario = await makeScenario(request, projectId, { name: 'Paid', document: onPurchase() });
    await page.goto(scenario.address);
    await nodeOf(page, 'Offer').click();
    await page.getByRole('button', { name: 'Open editor' }).click();
    const dialog = page.getByRole('dialog', { name: 'Offer' });
    await expect(dialog.getByText(/^The message reads the event .*\(purchase\)/)).toBeVisible();
    await expect(dialog.getByText('Nothing to show without an event.')).toBeVisible();
    await expect(
      dialog.getByText('Not known before it runs: the message needs the event', { exact: true }),
    ).toBeVisible({ timeout: 30_000 });
    await dialog.getByRole('button', { name: 'Choose an event' }).click();
    const tab = dialog.getByRole('tabpanel', { name: 'Preview' });

    await previewFor(page, { search: 'zoe.muller', name: /^Zoë Müller/ }, tab);
    await tab.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'English' });
    await expect(tab.getByText('The event purchase brings customers here.')).toBeVisible();
    await expect(tab.getByText('Template error')).toBeVisible();

    const event = tab.getByRole('region', { name: 'Event' });
    await event.getByRole('radio', { name: 'Typed' }).click();
    const typed = event.getByRole('textbox', { name: 'Properties of purchase' });
    await typed.fill('{"total_price": 20,');
    await expect(
      event.getByText('Line 1, column 20: the text ends too early: close what is open'),
    ).toBeVisible();
    await typed.fill('{"total_price": 20, "currency": "EUR"}');
    const phone = tab.getByRole('region', { name: 'Phone' });
    await expect(phone).toContainText('Hi Zoë, 20 EUR is paid.');
    await event.getByRole('radio', { name: "Anyone's" }).click();
    await event
      .getByRole('button', { name: new RegExp(latest.customerName) })
      .first()
      .click();
    await expect(phone).toContainText(`Hi Zoë, ${JSON.stringify(latest.properties['total_price'])} `);
    await expect(tab.getByText(/^Will be sent, \d part/)).toBeVisible();

    const variables = tab.getByRole('region', { name: 'Variables' });
    await expect(variables).toContainText('customer.first_name = Zoë');
    await expect(variables).toContainText('customer.nickname is missing');
    const name = phone.getByRole('button', { name: 'Zoë' });
    await variables.getByText('customer.first_name = Zoë').hover();
    await expect(name).toHaveAttribute('aria-pressed', 'true');
    await lookAt(page, 'preview-tab');

    await tab.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'All languages' });
    const all = tab.getByRole('region', { name: 'All languages' });
    await expect(all.getByRole('region', { name: 'German', exact: true })).toContainText('Hallo Zoë');
    const picks = tab.getByRole('list', { name: 'Customers worth looking at' });
    await expect(picks.getByRole('button', { name: 'Longest' })).toHaveAccessibleDescription(
      /“Longest”, .* and “Fails” depend on the event/,
    );
    await picks.getByRole('button', { name: 'No phone' }).click();
    await expect(tab.getByText('No phone number').first()).toBeVisible();
    await expect(phone.first()).not.toContainText('Zoë');
    await expect(all.getByRole('region', { name: 'German', exact: true })).not.toContainText('Zoë');
  },
);
