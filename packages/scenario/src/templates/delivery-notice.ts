import type { LanguageVersion } from '../nodes/language-version.ts';
import { layOut } from './lay-out.ts';
import type { ScenarioTemplate } from './scenario-template.ts';

const order = '{% if event.order_id %} {{ event.order_id }}{% endif %}';
const link = (before: string): string =>
  `{% if event.tracking_url %}${before} {{ event.tracking_url }}{% endif %}`;

// All of them are written with the characters of GSM, so that they are one part: Slovak and Polish are worded without
// letters that it lacks. No names, for the same reason: one “ž” and the message costs double.
const versions: LanguageVersion[] = [
  { language: 'en', message: `Good news: your order${order} is on its way.${link(' Follow it here:')}` },
  {
    language: 'de',
    message: `Gute Nachricht: Ihre Bestellung${order} ist unterwegs.${link(' Hier verfolgen:')}`,
  },
  { language: 'sk', message: `Tovar${order} od {{ project.name }} je na ceste.${link(' Sledujte ho tu:')}` },
  {
    language: 'pl',
    message: `Paczka${order} od {{ project.name }} jest w drodze.${link(' Gdzie jest teraz:')}`,
  },
  {
    language: 'es',
    message: `Buenas noticias: tu pedido${order} ya va en camino.${link(' Puedes seguirlo en')}`,
  },
];

/** One message in the customer's language when a parcel leaves. */
export const deliveryNotice: ScenarioTemplate = {
  id: 'delivery_notice',
  title: 'Delivery notice',
  description: 'Says in the language of the customer that the order is on its way, with a link to follow it.',
  build: (newId) =>
    layOut(
      {
        note: 'Starts on the event “order_shipped” with “order_id” and “tracking_url”. The attribute “language” picks the version, English is the default. Choose a sender that your countries allow.',
        nodes: {
          start: { kind: 'on_event', name: 'Order shipped', column: 0, settings: { event: 'order_shipped' } },
          silence: { kind: 'silent_hours', name: 'Not at night', column: 1, settings: {} },
          notice: {
            kind: 'sms',
            name: 'On its way',
            column: 2,
            settings: { defaultLanguage: 'en', versions, maximumParts: 2 },
          },
        },
        connections: [
          ['start', 'out', 'silence'],
          ['silence', 'out', 'notice'],
        ],
      },
      newId,
    ),
};
