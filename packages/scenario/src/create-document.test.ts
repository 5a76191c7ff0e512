import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyDocument, createDocument } from '@curlew/testkit';
import { addNode, emptyDocument, nodeKinds, parseDocument, type NodeKind } from './index.ts';

const position = { x: 12, y: -7 };

it('[N6] gives defaults, the next number and a free name', () => {
  const document = createDocument();
  const added = addNode(document, { kind: 'sms', id: 'new', position });
  expect(added.nodes.at(-1)).toEqual({
    id: 'new',
    number: 3,
    name: 'SMS 2',
    position,
    kind: 'sms',
    settings: nodeKinds.sms.defaults(),
  });
  expect({ ...added, nodes: added.nodes.slice(0, -1), nextNumber: 3 }).toEqual(document);
});

const anyKind = fc.constantFrom(...Object.values(nodeKinds).map(({ kind }): NodeKind => kind));
const anySteps = fc.array(
  fc.oneof(
    fc.record({ add: anyKind }),
    fc.record({ deleteAt: fc.nat(9) }),
    fc.record({ reload: fc.constant(true) }),
  ),
  { maxLength: 30 },
);

it('[N7] never gives a number twice, whatever is deleted and saved in between', () => {
  fc.assert(
    fc.property(anyDocument, anySteps, (start, steps) => {
      let document = start;
      const numbers = start.nodes.map(({ number }) => number);
      for (const [index, step] of steps.entries()) {
        if ('add' in step) {
          document = addNode(document, { kind: step.add, id: `new-${index}`, position });
          numbers.push(...document.nodes.slice(-1).map(({ number }) => number));
        } else if ('deleteAt' in step) {
          document = { ...document, nodes: document.nodes.toSpliced(step.deleteAt, 1), edges: [] };
        } else {
          const parsed = parseDocument(JSON.parse(JSON.stringify(document)));
          if (!parsed.ok) throw new Error(parsed.problems.join('; '));
          ({ document } = parsed);
        }
      }
      expect(new Set(numbers).size).toBe(numbers.length);
      const names = document.nodes.filter(({ id }) => id.startsWith('new-')).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }),
  );
});

it('[N7] throws at an id that is taken', () => {
  expect(() => addNode(createDocument(), { kind: 'sms', id: 'now', position })).toThrow('a node now already');
});

it.each(Object.values(nodeKinds).map((description) => [description.kind]))(
  '[N26] the defaults of %s are settings of its schema',
  (kind) => {
    const document = addNode(emptyDocument(), { kind, id: 'a', position });
    expect(parseDocument(document)).toEqual({ ok: true, document });
  },
);
