import { endpoints, type Scenario } from '@curlew/contract';
import {
  addNode,
  emptyDocument,
  type ScenarioDocument,
  type ScenarioNode,
  type SmsSettings,
} from '@curlew/scenario';
import type { APIRequestContext } from '@playwright/test';
import { callApi } from './call-api.ts';

/** Now, led to an SMS node called “Offer”, ready to be started where the settings do not say otherwise. */
export const nowToSms = (settings: Partial<SmsSettings> = {}): ScenarioDocument => {
  const withNow = addNode(emptyDocument(), { kind: 'now', id: 'now', position: { x: 0, y: 0 } });
  const withSms = addNode(withNow, { kind: 'sms', id: 'offer', position: { x: 320, y: 0 } });
  const versions = [{ language: 'en', message: 'Hi {{ customer.first_name }}' }];
  return {
    ...withSms,
    nodes: withSms.nodes.map((node) =>
      node.kind === 'sms'
        ? {
            ...node,
            name: 'Offer',
            settings: { ...node.settings, sender: 'HeronReed', versions, ...settings },
          }
        : node,
    ),
    edges: [{ id: 'now-offer', source: 'now', output: 'out', target: 'offer' }],
  };
};

/** The same, with another trigger in place of Now. */
export const triggerToSms = (kind: 'repeat' | 'on_event' | 'api'): ScenarioDocument => {
  const drawn = nowToSms();
  const [trigger] = addNode(emptyDocument(), { kind, id: 'now', position: { x: 0, y: 0 } }).nodes;
  const set = (node: ScenarioNode): ScenarioNode => {
    if (node.kind === 'on_event')
      return { ...node, settings: { ...node.settings, event: 'nobody_does_this' } };
    if (node.kind === 'repeat')
      return { ...node, settings: { ...node.settings, reentry: { mode: 'once', days: 30 } } };
    if (node.kind === 'api')
      return { ...node, settings: { ...node.settings, reentry: { mode: 'period', days: 7 } } };
    return node;
  };
  return { ...drawn, nodes: drawn.nodes.map((node) => (node.id === 'now' && trigger ? set(trigger) : node)) };
};

export interface MadeScenario {
  readonly id: string;
  /** Of its page. */
  readonly address: string;
  readonly read: () => Promise<Scenario>;
}

/** A scenario made without the canvas, for stories that begin after it was drawn. */
export const makeScenario = async (
  request: APIRequestContext,
  projectId: string,
  { name, document }: { readonly name: string; readonly document: ScenarioDocument },
): Promise<MadeScenario> => {
  const { id } = await callApi(request, endpoints.createScenario, {
    params: { projectId },
    body: { name, document },
  });
  return {
    id,
    address: `/projects/${projectId}/scenarios/${id}`,
    read: () => callApi(request, endpoints.getScenario, { params: { projectId, scenarioId: id } }),
  };
};
