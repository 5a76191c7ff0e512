import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { findIssues, messageRulesOf, triggerNodes, type ScenarioDocument } from '@curlew/scenario';
import {
  anyAcyclicDocument,
  anyDocument,
  connect,
  createChain,
  createCustomerFacts,
  createMessageFacts,
  messagesOf,
} from '@curlew/testkit';
import { customerZone } from './customer-zone.ts';
import {
  decideMessage,
  describeRefusalType,
  messageTermsOf,
  prepareMessage,
  walk,
  type RefusalType,
} from './index.ts';

const facts = createMessageFacts();
const customer = createCustomerFacts();

// Nobody is held in it.
const forecast = (document: ScenarioDocument) => walk(document, facts, { isForecast: true });

const anyWalk = fc
  .tuple(anyAcyclicDocument, fc.nat(7), fc.integer({ min: 1, max: 99 }))
  .filter(([document]) => document.nodes.length > 0)
  .map(([document, at, visit]) => {
    const nodeId = document.nodes[at % document.nodes.length]?.id ?? '';
    return { document, nodeId, visit, result: forecast(document)({ nodeId, visit, customer }) };
  });

it('[E14] follows connections from the node given to an end', () => {
  fc.assert(
    fc.property(anyWalk, ({ document, nodeId, visit, result }) => {
      const { moves } = result;
      expect(moves[0]?.nodeId).toBe(nodeId);
      for (const [index, move] of moves.entries()) {
        const next = moves[index + 1];
        const edge = document.edges.find(
          ({ source, output }) => source === move.nodeId && output === move.output,
        );
        expect(edge?.target).toBe(next?.nodeId);
      }
      expect(moves.at(-1)).toMatchObject({ nodeId: result.nodeId, output: 'out' });
      expect(document.edges.some(({ source }) => source === result.nodeId)).toBe(false);
      expect(result).toMatchObject({ isFinished: true, visit: visit + moves.length - 1 });
    }),
  );
});

it('[E14] tells connections apart whose ids and outputs read alike', () => {
  const [now, first, second] = createChain(2).nodes;
  const document = {
    ...createChain(2),
    nodes: [now, first && { ...first, id: 'now out' }, second].flatMap((node) => (node ? [node] : [])),
    edges: [
      { id: 'e1', source: 'now', output: 'out out', target: 'sms-2' },
      { id: 'e2', source: 'now out', output: 'out', target: 'sms-2' },
    ],
  };
  expect(walk(document, facts)({ nodeId: 'now', visit: 1, customer }).moves).toEqual([
    { nodeId: 'now', output: 'out' },
  ]);
});

it('[E15] enters no node twice where there is no loop', () => {
  fc.assert(
    fc.property(anyWalk, ({ result }) => {
      const entered = result.moves.map(({ nodeId }) => nodeId);
      expect(new Set(entered).size).toBe(entered.length);
    }),
  );
});

it('[E15] walks whatever can start, for any customer', () => {
  let started = 0;
  const anyCustomer = fc
    .record({ attributes: fc.dictionary(fc.string(), fc.jsonValue()), isUnusable: fc.boolean() })
    .map((some) => createCustomerFacts(some));
  fc.assert(
    fc.property(anyDocument, anyCustomer, (document, customer) => {
      if (findIssues(document).some(({ severity }) => severity === 'error')) return;
      const go = walk(document, facts);
      for (const { id } of triggerNodes(document)) {
        started += 1;
        const { isFinished, waitsUntil, question } = go({ nodeId: id, visit: 1, customer });
        expect(isFinished || question !== null || (waitsUntil !== null && waitsUntil > facts.now)).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(started).toBeGreaterThan(0);
});

it('[E16] gives one effect per SMS node, with what the gate says', () => {
  fc.assert(
    fc.property(anyWalk, ({ document, visit, result }) => {
      const expected = result.moves.flatMap(({ nodeId }, index) => {
        const node = document.nodes.find(({ id }) => id === nodeId);
        if (node?.kind !== 'sms') return [];
        const decision = decideMessage(prepareMessage(node), customer, facts);
        const { silentHours: rule } = messageRulesOf(node, facts.defaults);
        const silentHours = rule && { ...rule, timeZone: customerZone(rule.timeZone, customer, facts) };
        const effect = { decision, silentHours, properties: {}, ...messageTermsOf(node, facts) };
        return [{ kind: 'message', nodeId, visit: visit + index, ...effect }];
      });
      expect(result.effects).toEqual(expected);
    }),
  );
});

it('[E16] goes on past a message that does not leave', () => {
  const go = walk(createChain(2), facts);
  const unusable = createCustomerFacts({ isUnusable: true });
  const result = go({ nodeId: 'now', visit: 1, customer: unusable });
  expect(messagesOf(result).map(({ decision }) => decision.status)).toEqual(['suppressed', 'suppressed']);
  expect(result.moves.map(({ why }) => why)).toEqual([undefined, 'invalid_contact', 'invalid_contact']);
});

it('[E16] tells customers of one batch apart', () => {
  const go = walk(createChain(1, { versions: [{ language: 'en', message: '{{ customer.n }}' }] }), facts);
  const texts = [1, 2, 1].map((n) => {
    const customer = createCustomerFacts({ attributes: { n } });
    const [effect] = messagesOf(go({ nodeId: 'now', visit: 1, customer }));
    return effect?.decision.status === 'enqueued' ? effect.decision.text : null;
  });
  expect(texts).toEqual(['1', '2', '1']);
});

const looped = connect(createChain(2), 'sms-2', 'sms-1');

it.each<[string, ScenarioDocument, string]>([
  ['a node that is not there', createChain(1), 'gone'],
  ['a document without nodes', { ...createChain(1), nodes: [] }, 'now'],
  ['a connection to nowhere', connect(createChain(1), 'sms-1', 'gone'), 'now'],
  ['a loop', looped, 'now'],
])('[E17] throws at %s', (_, document, nodeId) => {
  expect(() => walk(document, facts)({ nodeId, visit: 1, customer })).toThrow(/node (gone|now)/);
});

const types: Record<RefusalType, true> = {
  no_phone: true,
  invalid_phone: true,
  us_not_enabled: true,
  invalid_contact: true,
  consent: true,
  template_error: true,
  empty_message: true,
  message_too_long: true,
  link_shortener: true,
  invalid_sender: true,
  frequency_policy: true,
  expired: true,
};

it('[E18] labels every refusal', () => {
  const labels = Object.keys(types).map(describeRefusalType);
  expect(new Set(labels).size).toBe(Object.keys(types).length);
  expect(labels.filter((label) => !/^[A-Z][^_.]+$/.test(label))).toEqual([]);
});

it('[E18] labels what was cancelled while it waited to be sent', () => {
  expect(describeRefusalType('cancelled')).toBe('Cancelled before it was sent');
});

it.each(['some_new_type', 'constructor', ''])('[E18] shows the unknown type %j as it is', (type) => {
  expect(describeRefusalType(type)).toBe(type);
});
