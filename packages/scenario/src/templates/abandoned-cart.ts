import { layOut } from './lay-out.ts';
import type { ScenarioTemplate } from './scenario-template.ts';

const reminder =
  "{{ customer.first_name|default('Hello', true) }}, you left something in your basket at {{ project.name }}. We keep it for you until tomorrow.";

/** One message to those who filled a basket and did not buy. */
export const abandonedCart: ScenarioTemplate = {
  id: 'abandoned_cart',
  title: 'Abandoned cart',
  description: 'Reminds whoever filled a basket and bought nothing within two hours, at most once a week.',
  build: (newId) =>
    layOut(
      {
        note: 'Starts on the event “cart_update” with a “total_price” above 0 and waits for “purchase”: choose your own events if they are named differently, a sender, and a consent category.',
        nodes: {
          start: {
            kind: 'on_event',
            name: 'Basket filled',
            column: 0,
            settings: {
              event: 'cart_update',
              where: [{ property: 'total_price', type: 'number', operator: 'more', values: ['0'] }],
              reentry: { mode: 'period', days: 7 },
            },
          },
          wait: {
            kind: 'wait',
            name: 'Bought?',
            column: 1,
            settings: { mode: 'event', event: 'purchase', timeout: { amount: 2, unit: 'hours' } },
          },
          silence: { kind: 'silent_hours', name: 'Not at night', column: 2, settings: {} },
          reminder: {
            kind: 'sms',
            name: 'Reminder',
            column: 3,
            settings: { versions: [{ language: 'en', message: reminder }], maximumParts: 2 },
          },
        },
        connections: [
          ['start', 'out', 'wait'],
          ['wait', 'timeout', 'silence'],
          ['silence', 'out', 'reminder'],
        ],
      },
      newId,
    ),
};
