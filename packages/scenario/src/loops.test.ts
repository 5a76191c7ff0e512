import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyDocument, connect, connectOutput, createDocument } from '@curlew/testkit';
import {
  addNode,
  describeNode,
  findIssues,
  type NodeKind,
  type NodeOf,
  type ScenarioDocument,
  type ScenarioNode,
} from './index.ts';
import { refuseConnection } from './connection.ts';
import { edgesFrom } from './graph.ts';
import { alwaysHolds, findTrappedNodes } from './loops.ts';

const position = { x: 0, y: 0 };

const withNode = (document: ScenarioDocument, kind: NodeKind, settings: object = {}): ScenarioDocument => {
  const { nodes, ...rest } = addNode(document, { kind, id: kind, position });
  // The changes are of the kind that was added.
  return {
    ...rest,
    nodes: nodes.map((node) =>
      node.id === kind ? ({ ...node, settings: { ...node.settings, ...settings } } as ScenarioNode) : node,
    ),
  };
};

// Now -> SMS -> the node, and back to the SMS.
const loopThrough = (kind: NodeKind, settings: object = {}): ScenarioDocument => {
  const document = connect(withNode(createDocument(), kind, settings), 'sms-1', kind);
  const output =
    document.nodes.flatMap((node) => (node.id === kind ? describeNode(node).outputs : [])).at(-1)?.id ?? '';
  return connectOutput(document, { source: kind, output, target: 'sms-1' });
};

const loops: [string, NodeKind, object, boolean][] = [
  ['a Wait for a time', 'wait', {}, true],
  ['a Wait until a time of day', 'wait', { mode: 'time_of_day' }, true],
  ['a Wait for an event', 'wait', { mode: 'event', event: 'purchase' }, true],
  ['a Wait until a date', 'wait', { mode: 'date', date: '2026-11-30' }, false],
  ['a Wait for an expression', 'wait', { mode: 'expression', expression: '{{ 1 }}' }, false],
  ['Silent hours', 'silent_hours', {}, false],
  ['a Limit', 'limit', {}, false],
];

it.each(loops)('[N57] a loop through %s', (...row) => {
  const [, kind, settings, isHeld] = row;
  const document = loopThrough(kind, settings);
  const codes = findIssues(document).map(({ code }) => code);
  expect(codes.includes('endless_loop')).toBe(!isHeld);
  const back = document.edges.at(-1);
  const open = { ...document, edges: document.edges.slice(0, -1) };
  expect(back && refuseConnection(open, back)).toBe(isHeld ? null : 'endless_loop');
});

it('[N58] warns at the beginning of a loop without a way out', () => {
  const issues = findIssues(loopThrough('wait')).filter(({ code }) => code === 'loop_without_exit');
  expect(issues).toMatchObject([{ severity: 'warning', nodeId: 'sms-1', field: null }]);
  const event = { mode: 'event', event: 'purchase' };
  expect(findIssues(loopThrough('wait', event)).map(({ code }) => code)).not.toContain('loop_without_exit');
});

it('[N58] warns of each trapped loop', () => {
  let document = loopThrough('wait');
  for (const id of ['other', 'sms-2'])
    document = addNode(document, { kind: id === 'other' ? 'wait' : 'sms', id, position });
  document = addNode(document, { kind: 'api', id: 'start', position });
  for (const [source, target] of [
    ['start', 'sms-2'],
    ['sms-2', 'other'],
    ['other', 'sms-2'],
  ] as const)
    document = connect(document, source, target);
  const found = findIssues(document).filter(({ code }) => code === 'loop_without_exit');
  expect(found.map(({ nodeId }) => nodeId)).toEqual(['sms-1', 'sms-2']);
});

const nextOf = (document: ScenarioDocument, node: ScenarioNode): (string | undefined)[] =>
  describeNode(node).outputs.map(({ id }) => edgesFrom(document, node.id, id)[0]?.target);

it('[N58] from a trapped node no walk ends, from any other one does', () => {
  let trappedOnes = 0;
  fc.assert(
    fc.property(anyDocument, fc.infiniteStream(fc.nat(9)), (document, choices) => {
      const trapped = findTrappedNodes(document);
      trappedOnes += trapped.size;
      const nodes = new Map(document.nodes.map((node) => [node.id, node]));
      for (const start of document.nodes) {
        // Every node that can be come to, by any output.
        const seen = new Set([start.id]);
        let hasEnd = false;
        for (const id of seen) {
          const node = nodes.get(id);
          for (const target of node ? nextOf(document, node) : []) {
            if (target === undefined) hasEnd = true;
            else seen.add(target);
          }
        }
        expect(trapped.has(start.id)).toBe(!hasEnd);
        let at: ScenarioNode | undefined = start;
        for (let step = 0; step < 30 && at; step += 1) {
          const ways = nextOf(document, at);
          at = nodes.get(ways[(choices.next().value ?? 0) % ways.length] ?? '');
        }
        // It is still on its way, or it was free to go.
        expect(at !== undefined || !trapped.has(start.id)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
  expect(trappedOnes).toBeGreaterThan(0);
});

it('[N57] only waits hold', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const holding = document.nodes.filter(alwaysHolds);
      const waits = document.nodes.filter((node): node is NodeOf<'wait'> => node.kind === 'wait');
      expect(holding).toEqual(
        waits.filter(({ settings }) => ['duration', 'time_of_day', 'event'].includes(settings.mode)),
      );
    }),
  );
});
