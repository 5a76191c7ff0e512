import { addNode, emptyDocument, type ScenarioDocument } from '@curlew/scenario';

// The second text does without accents on purpose: with them a part would hold 70 characters instead of 160.
const english =
  "Hi {{ customer.first_name | default('there', true) }}, our autumn sale is on: 20% off jackets and boots until Sunday. heronandreed.example/sale";
const slovak =
  'Ahoj{% if customer.first_name %} {{ customer.first_name }}{% endif %}, zacina jesenny vypredaj: bundy a topanky o 20 % lacnejsie do nedele. heronandreed.example/zlavy';

/** Now -> SMS to everyone who agreed to marketing. A name with accents may take a second part. */
export const sampleScenario = (consentCategoryId: string): ScenarioDocument => {
  const withNow = addNode(emptyDocument(), { kind: 'now', id: 'now', position: { x: 80, y: 160 } });
  const withSms = addNode(withNow, { kind: 'sms', id: 'sms', position: { x: 400, y: 160 } });
  return {
    ...withSms,
    nodes: withSms.nodes.map((node) =>
      node.kind === 'sms'
        ? {
            ...node,
            name: 'Autumn sale',
            settings: {
              ...node.settings,
              sender: 'HeronReed',
              defaultLanguage: 'en',
              versions: [
                { language: 'en', message: english },
                { language: 'sk', message: slovak },
              ],
              maximumParts: 2,
              consentCategoryId,
            },
          }
        : node,
    ),
    edges: [{ id: 'now-sms', source: 'now', output: 'out', target: 'sms' }],
  };
};
