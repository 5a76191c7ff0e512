import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyDocument, connect, createChain, createDocument, createSmsSettings } from '@curlew/testkit';
import {
  addNode,
  describeNode,
  emptyDocument,
  findIssues,
  triggerNodes,
  type ScenarioDocument,
  type ScenarioIssue,
  type ScenarioNode,
} from './index.ts';
import { edgesFrom } from './graph.ts';
import { alwaysHolds, findEndlessEdges, withoutWaits } from './loops.ts';

const position = { x: 0, y: 0 };
const errorsOf = (document: ScenarioDocument): ScenarioIssue[] =>
  findIssues(document).filter(({ severity }) => severity === 'error');
const codesOf = (document: ScenarioDocument): [string, string | null][] =>
  errorsOf(document).map(({ code, nodeId }) => [code, nodeId]);

it('[N11] lists the whole first, then node by node, connections before settings', () => {
  const loose = addNode(createDocument({ sender: '' }), { kind: 'sms', id: 'loose', position });
  expect(codesOf(loose)).toEqual([
    ['sender_missing', 'sms-1'],
    ['not_connected', 'loose'],
    ['sender_missing', 'loose'],
    ['message_missing', 'loose'],
  ]);
  expect(codesOf(emptyDocument())).toEqual([
    ['no_trigger', null],
    ['no_message', null],
  ]);
});

it.each([
  ['no_trigger', addNode(emptyDocument(), { kind: 'sms', id: 'a', position })],
  ['no_message', addNode(emptyDocument(), { kind: 'now', id: 'a', position })],
])('[N12] %s', (code, document) => {
  expect(codesOf(document)).toContainEqual([code, null]);
});

it('[N13] asks where a trigger leads and how a node is reached', () => {
  const apart = { ...createDocument(), edges: [] };
  expect(codesOf(apart)).toEqual([
    ['leads_nowhere', 'now'],
    ['not_connected', 'sms-1'],
  ]);
});

it('[N13] does not repeat for each node that there is no trigger', () => {
  const chain = createChain(3);
  expect(codesOf({ ...chain, nodes: chain.nodes.slice(1), edges: chain.edges.slice(1) })).toEqual([
    ['no_trigger', null],
  ]);
});

it.each([
  [
    'no_such_output',
    { ...createDocument(), edges: [{ id: 'e', source: 'now', output: 'x', target: 'sms-1' }] },
  ],
  [
    'no_such_node',
    { ...createDocument(), edges: [{ id: 'e', source: 'now', output: 'out', target: 'gone' }] },
  ],
  ['no_input', connect(createDocument(), 'sms-1', 'now')],
])('[N14] %s', (code, document) => {
  expect(findIssues(document).map((issue) => issue.code)).toContain(code);
});

it('[N15] names both ends of the way back', () => {
  const document = connect(createChain(3), 'sms-3', 'sms-2');
  expect(errorsOf(document)).toEqual([
    {
      code: 'endless_loop',
      severity: 'error',
      nodeId: 'sms-3',
      field: null,
      message:
        '“SMS 3” leads back to “SMS 2”, an endless loop: put a Wait for a length of time in between or remove that connection',
    },
  ]);
});

it('[N15] finds every loop, also where no walk comes', () => {
  const chain = connect(createChain(2), 'sms-2', 'sms-2');
  const apart = addNode(addNode(chain, { kind: 'sms', id: 'a', position }), {
    kind: 'sms',
    id: 'b',
    position,
  });
  const loops = codesOf(connect(connect(apart, 'a', 'b'), 'b', 'a')).filter(
    ([code]) => code === 'endless_loop',
  );
  expect(loops).toEqual([
    ['endless_loop', 'sms-2'],
    ['endless_loop', 'b'],
  ]);
});

it('[N15] what leads back is what endless loops are made of', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const back = new Set(findEndlessEdges(document).map(({ id }) => id));
      const onward = withoutWaits(document).edges.filter(({ id }) => !back.has(id));
      // Peeled from its ends a document without loops disappears.
      let left = onward;
      for (let size = -1; size !== left.length;) {
        size = left.length;
        const sources = new Set(left.map(({ source }) => source));
        left = left.filter(({ target }) => sources.has(target));
      }
      expect(left).toEqual([]);
      expect(back.size > 0).toBe(findIssues(document).some(({ code }) => code === 'endless_loop'));
    }),
    { numRuns: 500 },
  );
});

it('[N16] walks of a document without errors end or are held', () => {
  let sound = 0;
  fc.assert(
    fc.property(anyDocument, fc.infiniteStream(fc.nat(9)), (document, choices) => {
      if (errorsOf(document).length > 0) return;
      sound += 1;
      for (const trigger of triggerNodes(document)) {
        let steps = 0;
        let at: ScenarioNode | undefined = trigger;
        while (at && !alwaysHolds(at)) {
          const { outputs } = describeNode(at);
          const output = outputs[(choices.next().value ?? 0) % outputs.length]?.id;
          const target: string | undefined = edgesFrom(document, at.id, output)[0]?.target;
          at = document.nodes.find(({ id }) => id === target);
          expect(at === undefined).toBe(target === undefined);
          steps += 1;
          expect(steps).toBeLessThanOrEqual(document.nodes.length);
        }
      }
    }),
    { numRuns: 1_000 },
  );
  expect(sound).toBeGreaterThan(20);
});

it('[N17] says what is wrong and what to do', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      for (const issue of findIssues(document)) {
        expect(issue.message).toMatch(/^[A-Z“][\s\S]*: /u);
        expect(issue.message).not.toMatch(/[.!]$/);
        expect(issue.field === null || issue.nodeId !== null).toBe(true);
      }
    }),
  );
});

it('[N17] calls a node without a name by its kind', () => {
  const document = createDocument();
  const nameless = { ...document, nodes: document.nodes.map((node) => ({ ...node, name: ' ' })), edges: [] };
  expect(findIssues(nameless)[0]?.message).toBe('“Now” leads nowhere: connect it to the next node');
});

it('[N18] looks at each connection a few times, however many nodes there are', () => {
  const document = createChain(1_999);
  let reads = 0;
  const edges = new Proxy(document.edges, {
    get: (target, key, receiver): unknown => {
      reads += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  expect(errorsOf({ ...document, edges })).toEqual([]);
  expect(reads).toBeLessThan(20 * document.edges.length);
});

it('[N18] after an edit examines only the settings that changed', () => {
  const document = createChain(50);
  let reads = 0;
  const watched = document.nodes.map((node): ScenarioNode =>
    node.kind === 'sms'
      ? {
          ...node,
          settings: Object.defineProperty(createSmsSettings(), 'sender', {
            enumerable: true,
            get: () => {
              reads += 1;
              return 'Curlew';
            },
          }),
        }
      : node,
  );
  expect(errorsOf({ ...document, nodes: watched })).toEqual([]);
  const once = reads;
  expect(once).toBeGreaterThanOrEqual(50);
  const edited = watched.map((node): ScenarioNode =>
    node.kind === 'sms' && node.id === 'sms-7'
      ? { ...node, settings: createSmsSettings({ sender: '' }) }
      : { ...node, name: 'New' },
  );
  expect(errorsOf({ ...document, nodes: edited })).toMatchObject([
    { code: 'sender_missing', nodeId: 'sms-7' },
  ]);
  expect(reads).toBe(once);
});
