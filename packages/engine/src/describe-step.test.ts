import { expect, it } from 'vitest';
import { nodeKinds, type FilterCondition, type NodeKind, type ScenarioNode } from '@curlew/scenario';
import { createNode } from '@curlew/testkit';
import { describeEnding, describeStep } from './index.ts';

const timeZone = 'Europe/Bratislava';
const words = { timeZone, categoryName: (id: string) => (id === 'news' ? 'Newsletter' : undefined) };
const moment = Date.parse('2026-11-24T08:00:00Z');
const said = '24 Nov 2026, 09:00 (Europe/Bratislava)';

const conditionOf = (condition: FilterCondition): ScenarioNode =>
  createNode('condition', {
    filter: { match: 'all', groups: [{ match: 'all', conditions: [condition] }] },
  });

// Object.keys forgets that the keys are known.
const kinds = Object.keys(nodeKinds) as NodeKind[];

it.each(kinds)(
  '[E120] says something of %s, also where no value was kept or another one than is expected',
  (kind) => {
    for (const output of [
      'out',
      'match',
      'no_match',
      'event',
      'timeout',
      'a',
      'pass',
      'full',
      'ok',
      'error',
      null,
    ])
      for (const why of [undefined, null, 5, '', 'text', [], ['x'], [null], ['0.0', null], { odd: true }]) {
        const text = describeStep(createNode(kind), { output, why }, words);
        expect(text.length).toBeGreaterThan(3);
        expect(text).not.toMatch(/undefined|NaN|\[object/);
      }
  },
);

const attribute = (
  type: 'text' | 'number' | 'boolean' | 'date' | 'list',
  operator: Extract<FilterCondition, { kind: 'attribute' }>['operator'],
  ...values: string[]
): FilterCondition => ({ kind: 'attribute', property: 'is it', type, operator, values });

it.each<[FilterCondition, string, unknown, string]>([
  [attribute('text', 'is', 'Praha'), 'no_match', 'Brno', 'is it is not Praha: it is Brno'],
  [attribute('text', 'is', 'Praha'), 'match', 'Praha', 'is it is Praha'],
  [attribute('text', 'is_not', 'Praha'), 'match', 'Brno', 'is it is not Praha: it is Brno'],
  [attribute('text', 'is_not', 'Praha'), 'no_match', 'Praha', 'is it is Praha'],
  [attribute('text', 'one_of', 'A', 'B'), 'no_match', null, 'is it is not one of A, B: it is not known'],
  [attribute('text', 'contains', 'x'), 'no_match', '', 'is it does not contain x: it is empty'],
  [attribute('text', 'contains_not', 'x'), 'no_match', 'xy', 'is it contains x: it is xy'],
  [attribute('text', 'starts_with', 'x'), 'no_match', 'y', 'is it does not begin with x: it is y'],
  [attribute('text', 'ends_with', 'x'), 'match', 'yx', 'is it ends with x: it is yx'],
  [attribute('text', 'is_set'), 'no_match', null, 'is it is not known'],
  [attribute('text', 'is_set'), 'match', 'Brno', 'is it is known: it is Brno'],
  [attribute('text', 'is_not_set'), 'match', null, 'is it is not known'],
  [attribute('number', 'equals', '5'), 'no_match', 7, 'is it ≠ 5: it is 7'],
  [attribute('number', 'less', '5'), 'no_match', 7, 'is it is not < 5: it is 7'],
  [attribute('number', 'between', '1', '5'), 'no_match', 7, 'is it is not between 1 and 5: it is 7'],
  [attribute('boolean', 'is_true'), 'no_match', false, 'is it is not true: it is false'],
  [attribute('boolean', 'is_true'), 'match', true, 'is it is true'],
  [
    attribute('date', 'in_last_days', '3'),
    'no_match',
    null,
    'is it is not in the last 3 days: it is not known',
  ],
  [attribute('list', 'has', 'a'), 'no_match', '["b"]', 'is it does not have a: it is ["b"]'],
  [
    { kind: 'event', event: 'purchase', did: true, atLeast: 2, withinDays: 30, where: [] },
    'no_match',
    null,
    'did not do purchase at least 2 times in the last 30 days',
  ],
  [
    { kind: 'event', event: 'purchase', did: true, atLeast: 3, withinDays: null, where: [] },
    'no_match',
    2,
    'did not do purchase at least 3 times: 2 times',
  ],
  [
    { kind: 'event', event: 'purchase', did: false, atLeast: 3, withinDays: null, where: [] },
    'match',
    0,
    'did not do purchase at least 3 times: never',
  ],
  [
    { kind: 'event', event: 'purchase', did: true, atLeast: 3, withinDays: null, where: [] },
    'match',
    3,
    'did purchase at least 3 times',
  ],
  [
    { kind: 'event', event: 'purchase', did: false, atLeast: 1, withinDays: null, where: [] },
    'no_match',
    null,
    'did purchase',
  ],
  [{ kind: 'consent', categoryId: 'news', isGranted: true }, 'match', true, 'has the consent “Newsletter”'],
  [{ kind: 'consent', categoryId: 'gone', isGranted: true }, 'no_match', false, 'does not have the consent'],
])('[E121] %o: %s with %j', (...[condition, output, value, text]) => {
  expect(describeStep(conditionOf(condition), { output, why: ['0.0', value] }, words)).toBe(text);
});

it('[E121] says only whether conditions were met where no single one decided', () => {
  const node = conditionOf(attribute('text', 'is', 'Praha'));
  expect(describeStep(node, { output: 'match', why: [null, null] }, words)).toBe('Meets the conditions');
  expect(describeStep(node, { output: 'no_match' }, words)).toBe('Does not meet the conditions');
});

const steps: readonly (readonly [string, ScenarioNode, string | null, unknown, string])[] = [
  ['E122', createNode('wait'), 'out', moment, `Waited until ${said}`],
  ['E122', createNode('wait', { mode: 'event', event: 'buy' }), 'event', moment, `buy came on ${said}`],
  ['E122', createNode('wait', { event: 'buy' }), 'timeout', moment, `buy did not come until ${said}`],
  ['E122', createNode('silent_hours'), 'out', moment, `Silent until ${said}`],
  ['E122', createNode('on_date'), 'out', moment, `Entered on ${said}`],
  ['E123', createNode('split'), 'a', 37.2, 'Drew 37.2 of 100: variant A'],
  ['E123', createNode('split'), 'b', 'winner', 'The winner: variant B'],
  ['E123', createNode('sms'), 'out', 'enqueued', 'Message passed on to be sent'],
  ['E123', createNode('sms'), 'out', 'message_too_long', 'Not sent: message too long'],
  ['E123', createNode('sms'), 'out', 'us_not_enabled', 'Not sent: US number, not switched on'],
  ['E123', createNode('webhook'), 'ok', 204, 'Answered: status 204'],
  ['E123', createNode('webhook'), 'error', 500, 'Not answered: status 500'],
  ['E123', createNode('webhook'), 'error', 'Nothing came in 10 s', 'Not answered: nothing came in 10 s'],
  ['E123', createNode('limit', { most: 1000 }), 'full', null, '1,000 had passed before'],
  ['E124', createNode('track_event', { event: 'seen' }), 'out', ['city'], 'Tracked seen, without city'],
  [
    'E124',
    createNode('set_attribute', {
      attributes: [
        { name: 'tier', type: 'text', value: 'gold' },
        { name: 'points', type: 'number', value: 'x' },
      ],
    }),
    'out',
    ['points'],
    'Wrote tier; could not write points',
  ],
  [
    'E124',
    createNode('change_consent', { categoryId: 'news', action: 'grant' }),
    'out',
    null,
    'Gave the consent “Newsletter”',
  ],
  [
    'E124',
    createNode('change_consent', { categoryId: 'news' }),
    'out',
    'deleted_category',
    'Nothing changed: the category is not there any more',
  ],
  ['E125', createNode('wait'), null, ['soon'], 'The expression gave no number: “soon”'],
  ['E125', createNode('on_date'), null, moment, `Not let in: ${said} was past when the scenario was started`],
];

it.each(steps.map(([rule, node, output, why, text]) => ({ rule, node, output, why, text })))(
  '[$rule] $text',
  ({ node, output, why, text }) => {
    expect(describeStep(node, { output, why }, words)).toBe(text);
  },
);

it('[E125] says why a walk ended where no value tells more', () => {
  const ended = { output: null, ending: 'too_many_steps' };
  expect(describeStep(createNode('sms'), ended, words)).toBe('The walk went round without end and was ended');
  expect(describeEnding('stopped')).toBe('The scenario was stopped');
  expect(describeEnding('something_new')).toBe('something_new');
});
