import { endpoints } from '@curlew/contract';
import { addNode, emptyDocument, type ScenarioDocument } from '@curlew/scenario';
import { expect, type Page } from '@playwright/test';
import { nodeOf } from '../ground/canvas.ts';
import { makeScenario, nowToSms } from '../ground/make-scenario.ts';
import { story } from '../ground/story.ts';

interface Obstacle {
  readonly title: string;
  readonly document: ScenarioDocument;
  /** What the list says, with the node it is said of. */
  readonly problem: RegExp;
  /** The node that wears the badge; null: the scenario as a whole is meant. */
  readonly node: string | null;
  /** What has the focus after a click on the problem; null: nothing in particular. */
  readonly focused: ((page: Page) => ReturnType<Page['getByRole']>) | null;
}

const onlyNow = addNode(emptyDocument(), { kind: 'now', id: 'now', position: { x: 0, y: 0 } });
const withDangling = addNode(nowToSms(), { kind: 'sms', id: 'loose', position: { x: 320, y: 160 } });
const messageOf = (page: Page) => page.getByRole('textbox', { name: 'Message, English' });

const obstacles: readonly Obstacle[] = [
  {
    title: 'without a trigger',
    document: emptyDocument(),
    problem: /^Whole scenario\s*Nothing starts this scenario: add a trigger, for example Now$/,
    node: null,
    focused: null,
  },
  {
    title: 'without an action',
    document: onlyNow,
    problem: /^Whole scenario\s*Nothing is sent or done: add an SMS node or another action$/,
    node: null,
    focused: null,
  },
  {
    title: 'with a trigger that leads nowhere',
    document: onlyNow,
    problem: /^Now\s*“Now” leads nowhere: connect it to the next node$/,
    node: 'Now',
    focused: (page) => nodeOf(page, 'Now'),
  },
  {
    title: 'with a node that nobody reaches',
    document: withDangling,
    problem: /^SMS\s*No customer can reach “SMS”: connect it or delete it$/,
    node: 'SMS',
    focused: (page) => nodeOf(page, 'SMS'),
  },
  {
    title: 'without a sender',
    document: nowToSms({ sender: '' }),
    problem: /^Offer\s*The sender is empty: type up to 11 letters and digits, or a number$/,
    node: 'Offer',
    focused: (page) => page.getByRole('combobox', { name: 'Sender' }),
  },
  {
    title: 'without a message',
    document: nowToSms({ versions: [{ language: 'en', message: ' ' }] }),
    problem: /^Offer\s*The message is empty: write what customers will read$/,
    node: 'Offer',
    focused: messageOf,
  },
  {
    title: 'with a mistake in a template',
    document: nowToSms({ versions: [{ language: 'en', message: 'Hi {{ customer.first_name' }] }),
    problem: /^Offer\s*The message has a broken template in line 1, column \d+: /,
    node: 'Offer',
    focused: messageOf,
  },
];

for (const { title, document, problem, node, focused } of obstacles) {
  story(
    `a scenario ${title} cannot start, and says where to mend it`,
    async ({ page, request, projectId }) => {
      const scenario = await makeScenario(request, projectId, { name: `Cannot start ${title}`, document });
      await page.goto(scenario.address);
      if (node !== null) await expect(nodeOf(page, node)).toHaveAccessibleName(/, [1-9]\d* problems?$/);

      await page.getByRole('button', { name: 'Start', exact: true }).click();
      const problems = page.getByRole('dialog', { name: 'Problems' });
      const one = problems.getByRole('button').filter({ hasText: problem });
      await expect(one).toBeVisible();
      await expect(page.getByRole('button', { name: 'Start scenario' })).toHaveCount(0);

      await one.click();
      await expect(problems).toBeHidden();
      if (focused) await expect(focused(page)).toBeFocused();

      const { revision } = await scenario.read();
      const url = endpoints.startScenario.path
        .replace(':projectId', projectId)
        .replace(':scenarioId', scenario.id);
      const refused = await request.post(url, { data: { revision } });
      expect(refused.status()).toBe(422);
      expect(await refused.json()).toMatchObject({ error: { code: 'has_issues' } });
      expect((await scenario.read()).currentRun).toBeNull();
    },
  );
}
