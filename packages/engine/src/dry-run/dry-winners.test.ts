import { expect, it } from 'vitest';
import {
  createCustomerFacts,
  createDryScript,
  createFlow,
  createMessageFacts,
  createNode,
  dryWordsOf,
  playDry,
} from '@curlew/testkit';
import { dryRun, type DryRunScript } from '../index.ts';
import { at } from '../testing/dry-nodes.ts';

it('[E146] everyone takes the winner of a test that is over, and no test has one that is not named', () => {
  const split = createNode('split', {
    variants: [
      { id: 'a', name: 'A', weight: 0 },
      { id: 'b', name: 'B', weight: 100 },
    ],
    winner: { after: { amount: 2, unit: 'days' }, by: 'click_rate', event: '' },
  });
  const document = createFlow(
    [createNode('repeat', { cron: '0 9 * * *', timeZone: 'UTC' }), split],
    [['repeat', 'out', 'split']],
  );
  const stepsOf = (script: Partial<DryRunScript>) =>
    dryWordsOf(playDry(document, { script: { endsAt: at(100), ...script } })).filter((words) =>
      words.includes('split'),
    );
  expect(stepsOf({})).toEqual(['1 split b', '25 split b', '49 split b', '73 split b', '97 split b']);
  const winners = new Map([['split', 'a']]);
  expect(stepsOf({ winners })).toEqual(['1 split b', '25 split b', '49 split a', '73 split a', '97 split a']);
  // Who is to take a variant takes it, whatever wins.
  expect(stepsOf({ winners, variants: new Map([['split', 'b']]) })[2]).toBe('49 split b');
  // One that is not there any more wins nothing.
  expect(stepsOf({ winners: new Map([['split', 'gone']]) })[2]).toBe('49 split b');
});

it('[E146] the first customer of all begins the test', () => {
  const split = createNode('split', {
    variants: [
      { id: 'a', name: 'A', weight: 0 },
      { id: 'b', name: 'B', weight: 100 },
    ],
    winner: { after: { amount: 2, unit: 'hours' }, by: 'click_rate', event: '' },
  });
  const document = createFlow(
    [createNode('date_attribute', { attribute: 'born', time: '09:00', timeZone: 'customer' }), split],
    [['date_attribute', 'out', 'split']],
  );
  const born = (id: string, zone: string) => ({
    facts: createCustomerFacts({
      id,
      events: [],
      attributes: { born: '1990-11-23', time_zone: zone },
    }),
  });
  const lives = dryRun(document, createMessageFacts(), {
    customers: [born('1', 'Europe/London'), born('2', 'Asia/Tokyo'), born('3', 'Europe/Athens')],
    script: createDryScript({ winners: new Map([['split', 'a']]) }),
  });
  expect(lives.map(({ steps }) => steps.at(-1)?.output)).toEqual(['a', 'b', 'a']);
});
