import { addNode, emptyDocument, type ScenarioDocument } from '@curlew/scenario';
import { expect } from '@playwright/test';
import { lookAt, showWholeDrawing } from '../ground/look-at.ts';
import { makeScenario } from '../ground/make-scenario.ts';
import { onlyRead } from '../ground/only-read.ts';
import { story } from '../ground/story.ts';

// One story is without the server for a moment.
story.use({ expectedError: /ERR_FAILED/ });

/** Now, an offer, two days for an answer, and thanks or a reminder. */
const offerAndAnswer = (): ScenarioDocument => {
  const kinds = ['now', 'sms', 'wait', 'sms', 'sms'] as const;
  const names = ['now', 'offer', 'answer', 'thanks', 'reminder'];
  const places = [
    [0, 0],
    [320, 0],
    [640, 0],
    [960, -96],
    [960, 96],
  ] as const;
  const drawn = kinds.reduce((document, kind, index) => {
    const [x, y] = places[index] ?? [0, 0];
    return addNode(document, { kind, id: names[index] ?? '', position: { x, y } });
  }, emptyDocument());
  const texts: Readonly<Record<string, string>> = {
    offer: 'Hi {{ customer.first_name }}, shall we keep a table? Say yes',
    thanks: 'See you, {{ customer.first_name }}',
    reminder: 'Still there, {{ customer.first_name }}?',
  };
  return {
    ...drawn,
    nodes: drawn.nodes.map((node) => {
      const name = `${node.id.slice(0, 1).toUpperCase()}${node.id.slice(1)}`;
      if (node.kind === 'sms') {
        const versions = [{ language: 'en', message: texts[node.id] ?? '' }];
        return { ...node, name, settings: { ...node.settings, sender: '447700900123', versions } };
      }
      if (node.kind !== 'wait') return node;
      return {
        ...node,
        name,
        settings: {
          ...node.settings,
          mode: 'event' as const,
          event: 'campaign',
          where: [
            {
              property: 'status',
              type: 'text' as const,
              operator: 'is' as const,
              values: ['incoming_message'],
            },
          ],
          timeout: { amount: 2, unit: 'days' as const },
        },
      };
    }),
    edges: [
      { id: 'e1', source: 'now', output: 'out', target: 'offer' },
      { id: 'e2', source: 'offer', output: 'out', target: 'answer' },
      { id: 'e3', source: 'answer', output: 'event', target: 'thanks' },
      { id: 'e4', source: 'answer', output: 'timeout', target: 'reminder' },
    ],
  };
};

story(
  'a scenario is tried out on a clock of its own before anybody gets it',
  async ({ page, request, projectId }) => {
    const scenario = await makeScenario(request, projectId, { name: 'Table', document: offerAndAnswer() });
    await page.goto(scenario.address);
    await page.getByRole('button', { name: 'Dry run' }).click();
    const panel = page.getByRole('region', { name: 'Dry run' });
    const happens = panel.getByRole('list', { name: 'What happens' });
    await expect(happens).toContainText('shall we keep a table?');
    await expect(happens).toContainText('Still there');
    await expect(panel.getByRole('list', { name: 'At the end' })).toContainText('Ends at Reminder');
    const way = (id: string) => page.locator(`.react-flow__edge[data-id="${id}"] .react-flow__edge-path`);
    await expect(way('e4')).toHaveCSS('stroke-width', '2.5px');
    // The panel takes its room from the canvas, and nothing of the drawing out of sight.
    await expect(page.locator('.react-flow__node[data-id="reminder"]')).toBeInViewport({ ratio: 1 });
    const side = (await panel.boundingBox())?.x ?? 0;
    await expect
      .poll(async () => {
        const card = await page.locator('.react-flow__node[data-id="reminder"]').boundingBox();
        return (card?.x ?? 0) + (card?.width ?? 0);
      })
      .toBeLessThan(side);

    await happens.getByRole('button', { name: 'Replies…' }).first().click();
    await panel.getByRole('textbox', { name: 'Reply' }).fill('Yes');
    await panel.getByRole('button', { name: 'Reply', exact: true }).click();
    await expect(happens).toContainText('Customer replied (Offer)');
    await expect(happens).toContainText('See you');
    await expect(way('e3')).toHaveCSS('stroke-width', '2.5px');
    await expect(way('e4')).not.toHaveCSS('stroke-width', '2.5px');

    await panel.getByRole('button', { name: 'Back to the start' }).click();
    await expect(page.locator('.dry-mark.is-here')).toBeVisible();
    await panel.getByRole('heading', { name: 'Dry run' }).click();
    await panel.getByRole('button', { name: 'Next moment' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(panel.getByRole('slider', { name: 'Time line' })).toHaveValue('1');
    await lookAt(page, '42-dry-run', showWholeDrawing);

    await panel.getByRole('radio', { name: '100 at random' }).click();
    await expect(panel.getByText(/^Of \d+ customers/)).toBeVisible();
    expect((await scenario.read()).currentRun).toBeNull();
  },
);

story('who may only look can try it out, too', async ({ page, request, projectId }) => {
  const scenario = await makeScenario(request, projectId, { name: 'Only look', document: offerAndAnswer() });
  await onlyRead(page);
  await page.goto(scenario.address);
  await page.getByRole('button', { name: 'Dry run' }).click();
  const panel = page.getByRole('region', { name: 'Dry run' });
  await expect(panel.getByRole('list', { name: 'What happens' })).toContainText('shall we keep a table?');
});

story(
  'what a dry run showed is expected from then on, and keeps a scenario that does otherwise from starting',
  async ({ page, request, projectId }) => {
    const scenario = await makeScenario(request, projectId, { name: 'Kept', document: offerAndAnswer() });
    await page.goto(scenario.address);
    await page.getByRole('button', { name: 'Dry run' }).click();
    const panel = page.getByRole('region', { name: 'Dry run' });
    await expect(panel.getByRole('list', { name: 'What happens' })).toContainText('Still there');
    await panel.getByRole('button', { name: 'Expect this' }).click();
    const expected = panel.getByRole('region', { name: 'Expectations' });
    await panel.getByRole('button', { name: 'Run all' }).click();
    await expect(expected.getByText('Met', { exact: true })).toBeVisible();

    // What is drawn anew does otherwise: the start is kept back until it does as expected.
    await expected.getByRole('switch', { name: 'Blocks the start' }).click();
    await panel.getByRole('button', { name: 'Close' }).click();
    await page.locator('.react-flow__node[data-id="reminder"]').focus();
    await page.keyboard.press('Delete');
    await expect(page.getByText(/^Saved/)).toBeVisible();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: /^Start/ });
    const problems = dialog.getByRole('region', { name: 'Problems' });
    await expect(problems).toContainText('is not met: Expected “a node that is gone”');
    await expect(dialog.getByRole('button', { name: 'Start scenario' })).toBeDisabled();
  },
);

story(
  'what is expected can be changed, copied and deleted, and what was typed survives a failure',
  async ({ page, request, projectId }) => {
    const scenario = await makeScenario(request, projectId, { name: 'Changed', document: offerAndAnswer() });
    await page.goto(scenario.address);
    await page.getByRole('button', { name: 'Dry run' }).click();
    const panel = page.getByRole('region', { name: 'Dry run' });
    await expect(panel.getByRole('list', { name: 'What happens' })).toContainText('Still there');
    await panel.getByRole('button', { name: 'Expect this' }).click();
    const expected = panel.getByRole('list', { name: 'Expectations' });
    const change = async (item: string): Promise<void> => {
      await expected
        .getByRole('button', { name: /^More for/ })
        .first()
        .click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await change('Change…');
    const form = page.getByRole('dialog', { name: /^Change “/ });
    await form.getByRole('textbox', { name: 'Name' }).fill('Asks once');
    const first = form.getByRole('listitem', { name: '1. Gets a message' });
    await first.getByRole('textbox', { name: 'Its text has' }).fill('keep a table');
    await first.getByRole('textbox', { name: 'Latest' }).fill('soon');
    await form.getByRole('button', { name: 'Remove 2' }).click();
    await form.getByRole('switch', { name: 'Blocks the start' }).click();
    await form.getByRole('button', { name: 'Save expectation' }).click();
    await expect(first.getByText('Write it as 2 d 3 h 30 min, or leave it empty')).toBeVisible();
    await first.getByRole('textbox', { name: 'Latest' }).fill('1 h');
    await lookAt(page, '42-expectation');

    // The server is away for a moment.
    await page.route('**/expectations/*', (route) => route.abort());
    await form.getByRole('button', { name: 'Save expectation' }).click();
    await expect(form.getByRole('alert')).toContainText('It was not saved');
    await expect(first.getByRole('textbox', { name: 'Its text has' })).toHaveValue('keep a table');
    await page.unroute('**/expectations/*');
    await form.getByRole('button', { name: 'Save expectation' }).click();
    await expect(form).toBeHidden();
    await expect(expected.getByText('Asks once')).toBeVisible();
    await panel.getByRole('button', { name: 'Run all' }).click();
    await expect(expected.getByText('Met', { exact: true })).toBeVisible();

    await change('Duplicate');
    await expect(page.getByRole('dialog', { name: 'Change “Asks once (copy)”' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panel).toBeVisible();
    await expect(expected.getByRole('listitem')).toHaveCount(2);
    await change('Delete');
    await expect(expected.getByRole('listitem')).toHaveCount(1);
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect(expected.getByRole('listitem')).toHaveCount(2);
  },
);

/** Every morning, half of them one message and half the other, until one of them wins. */
const morningTest = (): ScenarioDocument => {
  const kinds = ['repeat', 'split', 'sms', 'sms'] as const;
  const names = ['repeat', 'test', 'long', 'short'];
  const places = [
    [0, 0],
    [320, 0],
    [640, -96],
    [640, 96],
  ] as const;
  const drawn = kinds.reduce((document, kind, index) => {
    const [x, y] = places[index] ?? [0, 0];
    return addNode(document, { kind, id: names[index] ?? '', position: { x, y } });
  }, emptyDocument());
  return {
    ...drawn,
    nodes: drawn.nodes.map((node) => {
      const name = `${node.id.slice(0, 1).toUpperCase()}${node.id.slice(1)}`;
      if (node.kind === 'repeat') return { ...node, settings: { ...node.settings, cron: '0 9 * * *' } };
      if (node.kind === 'split')
        return {
          ...node,
          name,
          settings: {
            ...node.settings,
            winner: { after: { amount: 3, unit: 'days' as const }, by: 'click_rate' as const, event: '' },
          },
        };
      if (node.kind !== 'sms') return node;
      const versions = [{ language: 'en', message: `The ${node.id} one` }];
      return { ...node, name, settings: { ...node.settings, sender: '447700900123', versions } };
    }),
    edges: [
      { id: 'e1', source: 'repeat', output: 'out', target: 'test' },
      { id: 'e2', source: 'test', output: 'a', target: 'long' },
      { id: 'e3', source: 'test', output: 'b', target: 'short' },
    ],
  };
};

story('who wins an A/B test is chosen for a dry run', async ({ page, request, projectId }) => {
  const scenario = await makeScenario(request, projectId, { name: 'Mornings', document: morningTest() });
  await page.goto(scenario.address);
  await page.getByRole('button', { name: 'Dry run' }).click();
  const panel = page.getByRole('region', { name: 'Dry run' });
  await expect(panel.getByText('No variant of “Test” wins here')).toBeVisible();
  const happens = panel.getByRole('list', { name: 'What happens' });
  await expect(happens.getByText(/^Test: /)).toHaveCount(30);
  await panel.getByText('Start, length and answers', { exact: true }).click();
  for (const [variant, words] of [
    ['A', 'Test: A 50 %, taken by all'],
    ['B', 'Test: B 50 %, taken by all'],
  ] as const) {
    await panel.getByRole('combobox', { name: 'Winner of Test' }).selectOption(variant);
    await expect(happens.getByText(words)).toHaveCount(27);
  }
  await expect(panel.getByText('No variant of')).toHaveCount(0);
  await expect(panel.getByRole('list', { name: 'At the end' })).toContainText('Ends at Short, ');
  await lookAt(page, '42-winner', showWholeDrawing);
});
