import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyDocument, connectOutput, createChain } from '@curlew/testkit';
import { findConnectionIssues } from './connection-issues.ts';
import { describeRefusal, refuseConnection, type Connection } from './connection.ts';
import type { ScenarioDocument } from './document.ts';
import { describeNode } from './node-kinds.ts';
import { findEndlessEdges } from './loops.ts';

const chain = createChain(3);
const open = { ...chain, edges: chain.edges.slice(0, 2) };

const refusals: [string, Connection, string | null][] = [
  ['a source that is gone', { source: 'gone', output: 'out', target: 'sms-1' }, 'no_such_node'],
  ['a target that is gone', { source: 'now', output: 'nope', target: 'gone' }, 'no_such_node'],
  ['an output that no node has', { source: 'sms-2', output: 'nope', target: 'now' }, 'no_such_output'],
  ['a trigger as target', { source: 'now', output: 'out', target: 'now' }, 'no_input'],
  ['an output that is taken', { source: 'sms-1', output: 'out', target: 'sms-1' }, 'already_connected'],
  ['the same connection again', { source: 'now', output: 'out', target: 'sms-1' }, 'already_connected'],
  ['a node to itself', { source: 'sms-3', output: 'out', target: 'sms-3' }, 'endless_loop'],
  ['the way back', { source: 'sms-2', output: 'out', target: 'sms-1' }, 'endless_loop'],
  ['nothing that leads on', { source: 'sms-2', output: 'out', target: 'sms-3' }, null],
  ['nothing that joins', { source: 'sms-3', output: 'out', target: 'sms-1' }, null],
];

it.each(refusals)('[N8] refuses %s', (_, connection, refusal) => {
  expect(refuseConnection(open, connection)).toBe(refusal);
});

it.each(['no_such_node', 'no_such_output', 'no_input', 'already_connected', 'endless_loop'] as const)(
  '[N8] says in words that %s',
  (refusal) => {
    expect(describeRefusal(refusal)).toMatch(/^[A-Z][^.!]+: [^.!]+$/);
  },
);

it('[N9] drawing what is not refused makes no endless loop and no problem of connections', () => {
  const anyId = fc.integer({ min: 0, max: 7 }).map((index) => `n${index}`);
  const anyGesture = fc.tuple(anyId, fc.nat(2), anyId);
  fc.assert(
    fc.property(anyDocument, fc.array(anyGesture, { maxLength: 16 }), (start, gestures) => {
      let document: ScenarioDocument = { ...start, edges: [] };
      for (const [source, at, target] of gestures) {
        const node = document.nodes.find(({ id }) => id === source);
        const output = (node && describeNode(node).outputs[at]?.id) ?? 'out';
        if (refuseConnection(document, { source, output, target }) === null)
          document = connectOutput(document, { source, target, output });
      }
      expect(findEndlessEdges(document)).toEqual([]);
      const errors = findConnectionIssues(document).filter(({ severity }) => severity === 'error');
      const codes = errors.map(({ code }) => code);
      expect(codes.filter((code) => code !== 'leads_nowhere' && code !== 'not_connected')).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
