import type { ScenarioDocument } from '@curlew/scenario';
import { expect, it } from 'vitest';
import { sampleDocument } from '../testing/sample-document.ts';
import { wayToNode } from './way-to-node.ts';

const withEvents = (
  document: ScenarioDocument,
  events: Readonly<Record<string, string>>,
): ScenarioDocument => ({
  ...document,
  nodes: document.nodes.map((node) =>
    node.kind === 'on_event'
      ? { ...node, settings: { ...node.settings, event: events[node.id] ?? '' } }
      : node,
  ),
});

const document = withEvents(
  sampleDocument(
    [
      ['bought', 'on_event'],
      ['visited', 'on_event'],
      ['ask', 'webhook'],
      ['thank', 'sms'],
      ['remind', 'sms'],
      ['alone', 'sms'],
    ],
    [
      ['bought', 'ask'],
      ['ask', 'thank'],
      ['visited', 'remind'],
      ['remind', 'remind'],
    ],
  ),
  { bought: 'purchase', visited: ' visit ' },
);

it.each([
  ['thank', { startEvents: ['purchase'], hasWebhook: true }],
  ['remind', { startEvents: ['visit'], hasWebhook: false }],
  ['alone', { startEvents: ['purchase', 'visit'], hasWebhook: true }],
])('knows what comes before %s', (nodeId, way) => {
  expect(wayToNode(document, nodeId)).toEqual(way);
});
