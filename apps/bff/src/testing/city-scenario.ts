import type { SmsSettings, ScenarioDocument } from '@curlew/scenario';
import { drawDocument } from '@curlew/testkit';

const city = { kind: 'attribute', property: 'city', type: 'text', operator: 'is' };

/** The settings of a Condition that those who live in this city meet. */
export const livesIn = (name: string) => ({
  filter: { match: 'all', groups: [{ match: 'all', conditions: [{ ...city, values: [name] }] }] },
});

/** Whoever lives in Brno gets a message; the others wait for a purchase, two days at most. */
export const cityScenario = (sms: Partial<SmsSettings> = {}): ScenarioDocument =>
  drawDocument(
    [
      ['now', 'now'],
      // What the settings hold is the tests' own matter.
      ['if', 'condition', livesIn('Brno') as never],
      ['sms', 'sms', sms],
      ['wait', 'wait', { mode: 'event', event: 'purchase', timeout: { amount: 2, unit: 'days' } }],
    ],
    ['now > if', 'if.match > sms', 'if.no_match > wait'],
  );

/** One who lives in Brno, one who lives elsewhere, and one of whom that is not known. */
export const cityCustomers = [
  { attributes: { first_name: 'Ann', city: 'Brno' } },
  { attributes: { first_name: 'Ben', city: 'Praha', time_zone: 'America/New_York' } },
  { attributes: { first_name: 'Cyd' } },
];
