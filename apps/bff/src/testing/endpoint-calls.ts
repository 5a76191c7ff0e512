import { endpoints } from '@curlew/contract';
import { createDocument, createSmsNode } from '@curlew/testkit';
import { newId } from '../new-id.ts';
import type { IdsOfProject } from './create-one-of-each.ts';
import { testOperatorToken } from './create-test-campaign.ts';

type Name = keyof typeof endpoints;

const document = createDocument({ versions: [{ language: 'en', message: 'Changed' }] });

/** A body that would do something, for each endpoint that takes one. */
export const bodies: { readonly [N in Name]?: unknown } = {
  createScenario: { name: 'New', document },
  changeScenario: { name: 'Renamed' },
  changeScenarios: { ids: [newId()], change: { kind: 'archive' } },
  createFolder: { name: 'Spring' },
  renameFolder: { name: 'Autumn' },
  saveDraft: { revision: 0, document },
  dryRunScenario: {
    document,
    people: { kind: 'customers', ids: ['01a20242-d422-714d-a856-e14b220af4da'] },
    startsAt: '2026-11-22T08:00:00Z',
    script: {},
  },
  createExpectation: {
    name: 'New',
    customer: { kind: 'made', customer: { attributes: {} } },
    start: { kind: 'weekday', weekday: 'mon', time: '09:00' },
    script: {},
    expected: [{ kind: 'gets_nothing' }],
  },
  changeExpectation: { blocks: true },
  runExpectations: { document },
  startScenario: { revision: 0 },
  publishScenario: { revision: 0, inside: 'finish' },
  resendMessages: { nodeId: 'sms-1', revision: 0, reasons: [{ status: 'failed', reason: '' }] },
  enrolCustomers: { customers: [{ kind: 'registered', value: 'R-1' }] },
  trackEvents: { events: [{ customer: { kind: 'registered', value: 'R-1' }, type: 'visit' }] },
  askUnknown: { selection: { kind: 'messages', ids: [newId()] } },
  settleUnknown: { selection: { kind: 'messages', ids: [newId()] }, as: 'sent' },
  cancelWaiting: { nodeId: null },
  nameRevision: { name: 'Named' },
  restoreRevision: { revision: 0 },
  reportPresence: { tabId: 'tab', nodeId: null },
  runImport: { mapping: [{ column: 'registered', target: { to: 'id', kind: 'registered' } }] },
  countFiltered: { filter: { match: 'all', groups: [] } },
  changePrices: { set: [] },
  createIntegration: {
    provider: 'sinch',
    name: 'New',
    ratePerSecond: 1,
    rateUnit: 'parts',
    settings: { region: 'eu', servicePlanId: 'plan1' },
    secrets: { apiToken: testOperatorToken },
  },
  changeIntegration: { name: 'Renamed' },
  changeMessageSettings: { senders: ['Changed'] },
  renameCampaignEvents: { name: 'text_message' },
  switchUsSending: { isUsEnabled: true },
  createFrequencyPolicy: { name: 'New', rules: [{ most: 1, days: 1 }] },
  changeFrequencyPolicy: { name: 'Renamed' },
  sendTest: {
    key: newId(),
    node: createSmsNode(),
    customerId: '01a20242-d422-714d-a856-e14b220af4da',
    numbers: ['+447700900123'],
  },
  countAudience: { scenarioId: '01a20242-d422-714d-a856-e14b220af4da', node: createSmsNode() },
  tryWebhook: {
    settings: { method: 'GET', url: 'http://127.0.0.1:9/' },
    customerId: '01a20242-d422-714d-a856-e14b220af4da',
  },
};

/** Every endpoint of the contract. */
export const endpointNames = Object.keys(endpoints).filter((name): name is Name => name in endpoints);
/** Those that belong to a project. */
export const projectEndpoints = endpointNames.filter((name) => typeof endpoints[name].access === 'object');

/** Where an endpoint is called for these ids. */
export const pathOf = (name: Name, ids: IdsOfProject): string => {
  const path = endpoints[name].path.replaceAll(
    /:(\w+)/g,
    (_, key: string) => Reflect.get(ids, key) as string,
  );
  if (name === 'previewResend') return `${path}?nodeId=sms-1`;
  return name === 'uploadImport' ? `${path}?fileName=people.csv` : path;
};

export const jsonOf = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** How an endpoint is called so that it would do something. */
export const initOf = (name: Name): RequestInit => {
  const method = endpoints[name].method.toUpperCase();
  if (name === 'uploadImport') return { method, headers: { 'content-type': 'text/csv' }, body: 'id\n1\n' };
  const body = bodies[name];
  return body === undefined ? { method } : jsonOf(method, body);
};
