import { endpoints } from '@curlew/contract';
import { expect, type Page } from '@playwright/test';
import { callApi } from '../ground/call-api.ts';
import { connectionOf, nodeOf, savedNote } from '../ground/canvas.ts';
import { formatNumber } from '../ground/format-number.ts';
import { lookAt, showWholeDrawing } from '../ground/look-at.ts';
import { makeScenario, nowToSms, triggerToSms } from '../ground/make-scenario.ts';
import { onlyRead } from '../ground/only-read.ts';
import { story } from '../ground/story.ts';
import { updateImage } from '../ground/update-image.ts';
import { welcomeDocument } from '../ground/welcome-document.ts';

story.use({ expectedError: /status of 409/ });

const name = 'Welcome twice';

const stripOf = (page: Page, version: number) =>
  page.getByRole('region', { name: `Run of version ${version}` });

const choose = async (page: Page, item: string): Promise<void> => {
  await page.getByRole('button', { name: 'More for this run' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

story(
  'a scenario with every part runs: counted, paused, resumed, published over, finished and stopped',
  async ({ page, request, projectId }) => {
    const { items } = await callApi(request, endpoints.listCustomers, {
      params: { projectId },
      query: { search: 'zoe.', limit: 100 },
    });
    const zoes = items.filter(({ email }) => email?.startsWith('zoe.')).length;
    expect(zoes).toBeGreaterThan(1);

    const scenario = await makeScenario(request, projectId, { name, document: welcomeDocument() });
    await page.goto(scenario.address);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    const start = page.getByRole('dialog', { name: `Start “${name}”?` });
    // Other stories may have brought in more.
    const entering = start.getByRole('definition').first();
    await expect(entering).toHaveText(/^\d,\d{3}$/);
    const everyone = Number((await entering.innerText()).replace(',', ''));
    expect(everyone).toBeGreaterThanOrEqual(2000);
    await expect(start.getByRole('region', { name: 'On event' })).toContainText('customers enter a day');
    await start.getByRole('button', { name: 'Start scenario' }).click();

    const strip = stripOf(page, 1);
    await expect(strip.getByText('Running, open')).toBeVisible();
    await expect(strip.getByRole('definition').nth(0)).toHaveText(formatNumber(everyone + zoes), {
      timeout: 20_000,
    });
    await expect(strip.getByRole('definition').nth(1)).toHaveText(formatNumber(zoes));
    const wentTo = (from: string, to: string) => connectionOf(page, from, to);
    await expect(wentTo('Now', 'Condition')).toHaveAccessibleName(
      new RegExp(`, ${formatNumber(everyone)} went this way$`),
    );
    await expect(wentTo('Condition, Match,', 'Track event')).toHaveAccessibleName(
      new RegExp(`, ${zoes} went this way$`),
    );
    await expect(wentTo('On event', 'Wait')).toHaveAccessibleName(new RegExp(`, ${zoes} went this way$`));
    // Nothing leads on from there.
    await expect(nodeOf(page, 'Condition')).toContainText(formatNumber(everyone - zoes));
    await expect(nodeOf(page, 'Wait').getByRole('definition')).toHaveText([`${zoes}`, `${zoes}`, '0']);
    await lookAt(page, '40-running', showWholeDrawing);
    await updateImage(page, 'canvas');

    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(strip.getByText('Paused, open')).toBeVisible();
    await expect(page.getByText(`“${name}” is paused.`)).toBeVisible();
    await page.getByRole('button', { name: 'Resume', exact: true }).click();
    await expect(strip.getByText('Running, open')).toBeVisible();

    await nodeOf(page, 'Wait').click();
    const settings = page.getByRole('region', { name: 'Wait settings' });
    await settings.getByRole('textbox', { name: 'Length' }).fill('3');
    await page.getByRole('button', { name: 'Publish changes' }).click();
    const publish = page.getByRole('dialog', { name: `Publish changes to “${name}”?` });
    await expect(publish.getByRole('row', { name: `Wait ${zoes} Can move` })).toBeVisible();
    await publish.getByRole('radio', { name: 'Move to the new version' }).click();
    await lookAt(page, '40-publish');
    // Somebody saves meanwhile: what was looked at is not what there is.
    const { revision, document } = await scenario.read();
    await callApi(request, endpoints.saveDraft, {
      params: { projectId, scenarioId: scenario.id },
      body: { revision, document: { ...document, notes: [] } },
    });
    await publish.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(publish.getByRole('alert')).toContainText('look again');
    await publish.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(publish).toBeHidden();

    const second = stripOf(page, 2);
    await expect(second.getByRole('definition').nth(1)).toHaveText(`${zoes}`);
    await expect(second.getByText('still inside earlier versions')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();

    await choose(page, 'Finish');
    const finish = page.getByRole('alertdialog', { name: `Finish “${name}”?` });
    await expect(finish).toContainText(`${zoes} customers inside go on to the end of their way`);
    await finish.getByRole('button', { name: 'Finish scenario' }).click();
    await expect(second.getByText('Finishing')).toBeVisible();

    await choose(page, 'Stop now');
    const stop = page.getByRole('alertdialog', { name: `Stop “${name}” now?` });
    await expect(stop).toContainText(`${zoes} customers are inside`);
    await lookAt(page, '40-stop');
    await stop.getByRole('button', { name: 'Stop now' }).click();
    await expect(second.getByText('Stopped')).toBeVisible();
    await expect(nodeOf(page, 'Wait').getByRole('definition')).toHaveText([`${zoes}`, '0', '0', `${zoes}`]);
    await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
    await expect(savedNote(page)).toBeVisible();

    await page.getByRole('link', { name: 'Scenarios' }).first().click();
    await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('Stopped');
  },
);

story(
  'what can be done with a run is in the command palette, and every run in the list of them',
  async ({ page, request, projectId }) => {
    const document = triggerToSms('on_event');
    const scenario = await makeScenario(request, projectId, { name: 'By name', document });
    await page.goto(scenario.address);
    const offered = async (): Promise<string[]> => {
      await page.keyboard.press('Control+k');
      const group = page.getByRole('group', { name: 'On this page' });
      await expect(group).toBeVisible();
      const names = await group.getByRole('option').allTextContents();
      return names.filter((label) => /run|scenario$/i.test(label) && !label.startsWith('Show the'));
    };
    const give = async (command: string): Promise<void> => {
      await page.getByRole('combobox', { name: 'Search and commands' }).fill(command);
      await page.keyboard.press('Enter');
    };
    await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
    expect(await offered()).toEqual(['Open the dry run', 'Start the scenario']);
    await give('Start the scenario');
    const start = page.getByRole('dialog', { name: 'Start “By name”?' });
    await start.getByRole('button', { name: 'Start scenario' }).click();
    await expect(stripOf(page, 1).getByText('Running, open')).toBeVisible();
    expect(await offered()).toEqual([
      'Open the dry run',
      'Pause the run',
      'Finish the run',
      'Stop the run now',
      'Show all runs of the scenario',
    ]);
    await lookAt(page, '40-palette');
    await give('Pause the run');
    await expect(stripOf(page, 1).getByText('Paused, open')).toBeVisible();
    expect(await offered()).toContain('Resume the run');
    await give('Stop the run now');
    const stop = page.getByRole('alertdialog', { name: 'Stop “By name” now?' });
    await stop.getByRole('button', { name: 'Stop now' }).click();
    await expect(stripOf(page, 1).getByText('Stopped')).toBeVisible();

    // By keyboard, from the menu at the left.
    const link = page.getByRole('link', { name: 'Runs', exact: true });
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Runs' })).toBeVisible();
    await expect(link).toHaveAttribute('aria-current', 'page');
    const row = page.getByRole('row', { name: /By name/ });
    await expect(row).toContainText('Stopped');
    await lookAt(page, '40-runs');
    await page.getByRole('radio', { name: 'Going on' }).click();
    await expect(row).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('radio', { name: 'Going on' })).toBeChecked();
    await page.getByRole('radio', { name: 'All', exact: true }).click();

    // Where there is little room, from the menu.
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(scenario.address);
    await page.getByRole('button', { name: 'Open the menu' }).click();
    await page.getByRole('dialog', { name: 'Menu' }).getByRole('link', { name: 'Runs', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Runs' })).toBeVisible();
    // A run that is over is told of among all runs of its scenario; the canvas is behind them.
    await row.getByRole('link', { name: 'By name' }).click();
    const runs = page.getByRole('dialog', { name: /^All runs|^Runs/ });
    await expect(runs).toContainText('Stopped');
    await runs.getByRole('button', { name: 'Close' }).click();
    await expect(runs).toBeHidden();
    await expect(page).toHaveURL(scenario.address);
  },
);

story('who may only look is offered no run commands', async ({ page, request, projectId }) => {
  const scenario = await makeScenario(request, projectId, { name: 'Looked at', document: nowToSms() });
  await onlyRead(page);
  await page.goto(scenario.address);
  await expect(page.getByRole('button', { name: 'Dry run' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option', { name: 'Open the dry run' })).toBeVisible();
  await expect(page.getByRole('option', { name: 'Start the scenario' })).toHaveCount(0);
});

story('what is in the archive is restored before it can start', async ({ page, request, projectId }) => {
  const document = nowToSms();
  const scenario = await makeScenario(request, projectId, { name: 'Put away', document });
  const change = { kind: 'archive' } as const;
  await callApi(request, endpoints.changeScenarios, {
    params: { projectId },
    body: { ids: [scenario.id], change },
  });
  await page.goto(scenario.address);
  await expect(page.getByText('Archived')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText('“Put away” is back in the list.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(page.getByRole('button', { name: 'Restore' })).toBeVisible();
  await page.getByRole('button', { name: 'Restore' }).click();

  // What should be looked at is said with its node.
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const start = page.getByRole('dialog', { name: 'Start “Put away”?' });
  await expect(start.getByRole('status').filter({ hasText: 'Everyone gets this message' })).toHaveText(
    /^Offer\s*Everyone/,
  );
});

story(
  'what an earlier run sent is still told when another took its place',
  async ({ page, request, projectId }) => {
    const scenario = await makeScenario(request, projectId, {
      name: 'Told later',
      document: triggerToSms('on_event'),
    });
    const params = { projectId, scenarioId: scenario.id };
    const start = async (): Promise<void> => {
      const { revision } = await scenario.read();
      await callApi(request, endpoints.startScenario, { params, body: { revision } });
    };
    await start();
    const customer = { kind: 'registered', value: 'C-000002' };
    await callApi(request, endpoints.trackEvents, {
      params: { projectId },
      body: { events: [{ customer, type: 'nobody_does_this' }] },
    });
    await page.goto(scenario.address);
    await expect(stripOf(page, 1).getByRole('definition').first()).toHaveText('1');
    await callApi(request, endpoints.stopScenario, { params });
    await start();
    await expect(stripOf(page, 2)).toBeVisible();
    await page.getByRole('button', { name: 'All runs' }).click();
    await page.getByRole('button', { name: 'Messages of version 1' }).click();
    const numbers = page.getByRole('dialog', { name: 'Messages of version 1' });
    await expect(numbers.getByRole('row', { name: /^Offer \d/ })).toBeVisible();
    await lookAt(page, '40-numbers');
    await callApi(request, endpoints.stopScenario, { params });
  },
);
