import { layOut } from './lay-out.ts';
import type { ScenarioTemplate } from './scenario-template.ts';

const welcome =
  "Hi {{ customer.first_name|default('there', true) }}, welcome to {{ project.name }}! Good to have you with us. Your first order ships free with the code HELLO.";
const nudge =
  "{{ customer.first_name|default('Hello', true) }}, your code HELLO is still waiting: free shipping on your first order at {{ project.name }}.";

/** Two messages after a registration; the second only to those who have not bought yet. */
export const welcomeSeries: ScenarioTemplate = {
  id: 'welcome_series',
  title: 'Welcome series',
  description: 'Greets whoever registers, and reminds those who have not ordered after three days.',
  build: (newId) =>
    layOut(
      {
        note: 'Starts on the event “registration” and looks for “purchase”: choose your own events if they are named differently, a sender, and a consent category.',
        nodes: {
          start: {
            kind: 'on_event',
            name: 'Registration',
            column: 0,
            settings: { event: 'registration', reentry: { mode: 'once', days: 30 } },
          },
          welcome: {
            kind: 'sms',
            name: 'Welcome',
            column: 1,
            settings: { versions: [{ language: 'en', message: welcome }], maximumParts: 2 },
          },
          wait: {
            kind: 'wait',
            name: 'Three days',
            column: 2,
            settings: { duration: { amount: 3, unit: 'days' } },
          },
          silence: { kind: 'silent_hours', name: 'Not at night', column: 3, settings: {} },
          ordered: {
            kind: 'condition',
            name: 'Ordered already?',
            column: 4,
            settings: {
              filter: {
                match: 'all',
                groups: [
                  {
                    match: 'all',
                    conditions: [
                      {
                        kind: 'event',
                        event: 'purchase',
                        did: true,
                        atLeast: 1,
                        withinDays: null,
                        where: [],
                      },
                    ],
                  },
                ],
              },
            },
          },
          nudge: {
            kind: 'sms',
            name: 'Reminder',
            column: 5,
            settings: { versions: [{ language: 'en', message: nudge }], maximumParts: 2 },
          },
        },
        connections: [
          ['start', 'out', 'welcome'],
          ['welcome', 'out', 'wait'],
          ['wait', 'out', 'silence'],
          ['silence', 'out', 'ordered'],
          ['ordered', 'no_match', 'nudge'],
        ],
      },
      newId,
    ),
};
