import type { NodeOf } from '../node.ts';
import { layOut } from './lay-out.ts';
import type { ScenarioTemplate } from './scenario-template.ts';

const discount =
  "{{ customer.first_name|default('Hello', true) }}, we have not seen you at {{ project.name }} for a while. 15% off your next order with the code BACK15.";
const news =
  "{{ customer.first_name|default('Hello', true) }}, much is new at {{ project.name }} since your last visit. Have a look, shipping is free this week.";

const wentQuiet: NodeOf<'condition'>['settings']['filter'] = {
  match: 'all',
  groups: [
    {
      match: 'all',
      conditions: [
        { kind: 'event', event: 'purchase', did: true, atLeast: 1, withinDays: null, where: [] },
        { kind: 'event', event: 'purchase', did: false, atLeast: 1, withinDays: 90, where: [] },
        // A limit on re-entry would count those whom the condition turns away.
        { kind: 'event', event: 'win_back', did: false, atLeast: 1, withinDays: 90, where: [] },
      ],
    },
  ],
};

/** Two ways to win back those who stopped buying, tried against each other. */
export const winBack: ScenarioTemplate = {
  id: 'win_back',
  title: 'Win-back',
  description:
    'Writes to customers who have not ordered for 90 days, and finds out which of two messages works better.',
  build: (newId) =>
    layOut(
      {
        note: 'Looks each morning for customers whose last “purchase” is more than 90 days ago; an event “win_back” of its own keeps it to one message in 90 days. Choose a sender and a consent category.',
        nodes: {
          start: {
            kind: 'repeat',
            name: 'Each morning',
            column: 0,
            settings: { cron: '0 10 * * *' },
          },
          quiet: { kind: 'condition', name: 'Gone quiet?', column: 1, settings: { filter: wentQuiet } },
          mark: { kind: 'track_event', name: 'Remember it', column: 2, settings: { event: 'win_back' } },
          split: { kind: 'split', name: 'Two offers', column: 3, settings: {} },
          discount: {
            kind: 'sms',
            name: 'Discount',
            column: 4,
            settings: { versions: [{ language: 'en', message: discount }], maximumParts: 2 },
          },
          news: {
            kind: 'sms',
            name: 'News',
            column: 4,
            row: 1,
            settings: { versions: [{ language: 'en', message: news }], maximumParts: 2 },
          },
        },
        connections: [
          ['start', 'out', 'quiet'],
          ['quiet', 'match', 'mark'],
          ['mark', 'out', 'split'],
          ['split', 'a', 'discount'],
          ['split', 'b', 'news'],
        ],
      },
      newId,
    ),
};
