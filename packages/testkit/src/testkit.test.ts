import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideMessage, prepareMessage, walk } from '@curlew/engine';
import {
  createFilterTest,
  findFilterIssues,
  findIssues,
  nodeKinds,
  parseDocument,
  refuseConnection,
  smsSettingsSchema,
  type ScenarioDocument,
} from '@curlew/scenario';
import {
  anyAcyclicDocument,
  anyDocument,
  anyFilter,
  anyFilterFacts,
  anyPlainDocument,
  connect,
  createChain,
  createCustomerFacts,
  createDocument,
  createFlow,
  createNode,
  createMessageFacts,
  createProjectFacts,
  createSmsNode,
  createSmsSettings,
  filterNow,
  messagesOf,
} from './index.ts';

const errorsOf = (document: ScenarioDocument): string[] =>
  findIssues(document)
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

it('[K1] builds a document that can start', () => {
  const document = createDocument();
  expect(document.nodes.map(({ id, kind }) => [id, kind])).toEqual([
    ['now', 'now'],
    ['sms-1', 'sms'],
  ]);
  expect(parseDocument(document)).toEqual({ ok: true, document });
  expect(errorsOf(document)).toEqual([]);
});

it('[K1] builds a chain of any length that can start', () => {
  const document = createChain(5);
  expect(errorsOf(document)).toEqual([]);
  const go = walk(document, createMessageFacts());
  const { moves } = go({ nodeId: 'now', visit: 1, customer: createCustomerFacts() });
  expect(moves.map(({ nodeId }) => nodeId)).toEqual(['now', 'sms-1', 'sms-2', 'sms-3', 'sms-4', 'sms-5']);
});

it('[K2] builds a customer, project and node that the gate lets through', () => {
  const decision = decideMessage(
    prepareMessage(createSmsNode()),
    createCustomerFacts(),
    createMessageFacts({ project: createProjectFacts() }),
  );
  expect(decision).toMatchObject({ status: 'enqueued', text: 'Hello', recipient: '+447700900123' });
});

it('[K2] builds settings that the schema takes as they are', () => {
  const settings = createSmsSettings();
  expect(smsSettingsSchema.parse(settings)).toEqual(settings);
});

it('[K3] replaces only what the test is about', () => {
  expect(createSmsSettings({ sender: 'Shop' })).toEqual({ ...createSmsSettings(), sender: 'Shop' });
  expect(createCustomerFacts({ isUnusable: true })).toEqual({ ...createCustomerFacts(), isUnusable: true });
  expect(createProjectFacts({ isUsEnabled: true })).toEqual({ ...createProjectFacts(), isUsEnabled: true });
  expect(createMessageFacts({ now: 5 })).toEqual({ ...createMessageFacts(), now: 5 });
  expect(createDocument({ maximumParts: 3 }).nodes[1]).toMatchObject({ settings: { maximumParts: 3 } });
});

it('[K3] gives each caller a value of their own', () => {
  expect(createDocument().nodes).not.toBe(createDocument().nodes);
  expect(createSmsSettings().versions).not.toBe(createSmsSettings().versions);
  expect(createCustomerFacts().attributes).not.toBe(createCustomerFacts().attributes);
});

it('[K4] connects what the canvas would refuse', () => {
  const document = createDocument();
  const back = { source: 'sms-1', output: 'out', target: 'sms-1' };
  expect(refuseConnection(document, back)).toBe('endless_loop');
  expect(connect(document, 'sms-1', 'sms-1').edges.at(-1)).toEqual({ id: 'sms-1-sms-1', ...back });
});

it('[K5] any document holds together', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(parseDocument(document).ok).toBe(true);
    }),
  );
});

it('[K5] any acyclic document holds together and has no loop', () => {
  fc.assert(
    fc.property(anyAcyclicDocument, (document) => {
      expect(parseDocument(document).ok).toBe(true);
      expect(findIssues(document).map(({ code }) => code)).not.toContain('endless_loop');
    }),
  );
});

it('[K5] of any documents, some can start, some have a loop and some have no trigger', () => {
  const documents = fc.sample(anyDocument, 500);
  const codes = documents.map(errorsOf);
  expect(codes.some((found) => found.length === 0)).toBe(true);
  expect(codes.some((found) => found.includes('endless_loop'))).toBe(true);
  expect(codes.some((found) => found.includes('no_trigger'))).toBe(true);
  const kinds = new Set(documents.flatMap(({ nodes }) => nodes.map(({ kind }) => kind)));
  expect(kinds.size).toBe(Object.keys(nodeKinds).length);
  const acyclic = fc.sample(anyAcyclicDocument, 500);
  expect(acyclic.filter((document) => errorsOf(document).length === 0).length).toBeGreaterThan(10);
});

it('[K6] any filter can be asked, and customers differ in their answers', () => {
  const clock = { now: filterNow, timeZone: 'UTC' };
  const customers = fc.sample(anyFilterFacts, 20);
  const filters = fc.sample(anyFilter, 300);
  const issues = filters.flatMap((filter) => findFilterIssues(filter, 'filter'));
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(issues.some(({ code }) => code === 'never_matches')).toBe(true);
  const answers = filters.map((filter) => customers.map(createFilterTest(filter, clock)));
  expect(answers.some((some) => new Set(some).size === 2)).toBe(true);
});

it('[K7] builds a document of any kinds of nodes', () => {
  const kinds = Object.values(nodeKinds).map(({ kind }) => kind);
  const nodes = kinds.map((kind) => createNode(kind));
  expect(nodes.map(({ settings }) => settings)).toEqual(kinds.map((kind) => nodeKinds[kind].defaults()));
  const document = createFlow(
    [createNode('now'), createNode('limit', { most: 5 }, 'l')],
    [['now', 'out', 'l']],
  );
  expect(parseDocument(document)).toEqual({ ok: true, document });
  expect(document.nodes[1]).toMatchObject({ id: 'l', number: 2, settings: { most: 5 } });
});

it('[K7] finds the messages of a walk', () => {
  const go = walk(createChain(2), createMessageFacts());
  const result = go({ nodeId: 'now', visit: 1, customer: createCustomerFacts() });
  expect(messagesOf(result)).toEqual(result.effects);
  expect(messagesOf({ effects: [] })).toEqual([]);
});

it('[K8] builds documents that the plain walker understands', () => {
  const documents = fc.sample(anyPlainDocument, 300);
  expect(documents.every((document) => parseDocument(document).ok)).toBe(true);
  const codes = documents.flatMap((document) => findIssues(document).map(({ code }) => code));
  expect(codes).not.toContain('endless_loop');
  expect(codes).toContain('loop_without_exit');
  const kinds = new Set(documents.flatMap(({ nodes }) => nodes.map(({ kind }) => kind)));
  for (const { kind, family } of Object.values(nodeKinds))
    expect(kinds.has(kind) || family === 'trigger').toBe(true);
});
