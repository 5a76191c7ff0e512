import { layOut } from './lay-out.ts';
import type { ScenarioTemplate } from './scenario-template.ts';

const wish =
  'Happy birthday{% if customer.first_name %}, {{ customer.first_name }}{% endif %}! {{ project.name }} has a present for you: 20% off until Sunday with the code CAKE.';

/** A wish on the day. */
export const birthday: ScenarioTemplate = {
  id: 'birthday',
  title: 'Birthday',
  description: "Wishes a happy birthday at ten in the morning, by each customer's own clock.",
  build: (newId) =>
    layOut(
      {
        note: 'Reads the date attribute “birthday”: choose another one if yours is named differently, a sender, and a consent category.',
        nodes: {
          start: {
            kind: 'date_attribute',
            name: 'Birthday',
            column: 0,
            settings: { attribute: 'birthday', repeat: 'yearly', time: '10:00' },
          },
          wish: {
            kind: 'sms',
            name: 'Wish',
            column: 1,
            settings: { versions: [{ language: 'en', message: wish }], maximumParts: 2 },
          },
        },
        connections: [['start', 'out', 'wish']],
      },
      newId,
    ),
};
