import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyDocument, connect, createChain } from '@curlew/testkit';
import { edgesBySource, edgesFrom, reachableFrom, triggerNodes } from './graph.ts';

it('[N10] reaches itself and all that follows', () => {
  const document = createChain(4);
  expect([...reachableFrom(document, ['sms-3'])]).toEqual(['sms-3', 'sms-4']);
  expect(reachableFrom(document, ['now']).size).toBe(5);
  expect(reachableFrom(document, []).size).toBe(0);
});

it('[N10] comes out of a loop', () => {
  expect(reachableFrom(connect(createChain(2), 'sms-2', 'sms-1'), ['sms-1']).size).toBe(2);
});

it('[N10] is the least set that connections do not leave', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const starts = triggerNodes(document).map(({ id }) => id);
      const reachable = reachableFrom(document, starts);
      const expected = new Set(starts);
      for (let size = -1; size < expected.size;) {
        size = expected.size;
        for (const { source, target } of document.edges) if (expected.has(source)) expected.add(target);
      }
      expect(new Set(reachable)).toEqual(expected);
    }),
  );
});

it('[N10] finds connections one by one and all at once alike', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const edges = edgesBySource(document);
      for (const { id } of document.nodes) {
        expect(edges.get(id) ?? []).toEqual(edgesFrom(document, id));
        expect(edgesFrom(document, id, 'nope')).toEqual([]);
      }
    }),
  );
});
