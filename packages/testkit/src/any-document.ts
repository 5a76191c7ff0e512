import * as fc from 'fast-check';
import {
  describeNode,
  nodeKinds,
  type NodeKind,
  type ScenarioDocument,
  type ScenarioNode,
} from '@curlew/scenario';
import { anySettings } from './any-settings.ts';

type KindAndSettings = {
  readonly [K in NodeKind]: Pick<Extract<ScenarioNode, { kind: K }>, 'kind' | 'settings'>;
}[NodeKind];

// The kind and its settings belong together, which a generic function cannot show.
const anyNodeOf = (kind: NodeKind): fc.Arbitrary<KindAndSettings> =>
  (anySettings[kind] as fc.Arbitrary<KindAndSettings['settings']>).map(
    (settings) => ({ kind, settings }) as KindAndSettings,
  );

const kinds = Object.values(nodeKinds).map(({ kind, family }) => ({ kind, isTrigger: family === 'trigger' }));
const triggers = kinds.filter(({ isTrigger }) => isTrigger).map(({ kind }) => kind);
const others = kinds.filter(({ isTrigger }) => !isTrigger).map(({ kind }) => kind);

const mostly = (usual: NodeKind, all: readonly NodeKind[]): fc.Arbitrary<KindAndSettings> =>
  fc.oneof(
    { weight: 2, arbitrary: anyNodeOf(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...all).chain(anyNodeOf) },
  );

interface Draft {
  readonly node: KindAndSettings;
  readonly name: string;
  readonly gap: number;
  readonly x: number;
  /** Which node each output leads to, counted on from itself; null: none. */
  readonly leadsTo: readonly (number | null)[];
}

const anySteps = fc.option(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 7 }) },
  ),
  { freq: 8 },
);

const anyDraft = (node: fc.Arbitrary<KindAndSettings>): fc.Arbitrary<Draft> =>
  fc.record({
    node,
    name: fc.string({ unit: 'grapheme', maxLength: 20 }),
    gap: fc.integer({ min: 1, max: 3 }),
    x: fc.integer({ min: -10_000, max: 10_000 }),
    leadsTo: fc.array(anySteps, { minLength: 1, maxLength: 3 }),
  });

const anyDrafts = (
  first: fc.Arbitrary<KindAndSettings>,
  rest: fc.Arbitrary<KindAndSettings>,
): fc.Arbitrary<Draft[]> =>
  fc
    .tuple(
      fc.option(anyDraft(fc.oneof({ weight: 4, arbitrary: first }, { weight: 1, arbitrary: rest })), {
        freq: 8,
      }),
      fc.array(anyDraft(rest), { maxLength: 7 }),
    )
    .map(([start, others]) => (start === null ? others : [start, ...others]));

const anyNote = fc.record({
  text: fc.string({ maxLength: 40 }),
  colour: fc.constantFrom('yellow' as const, 'pink' as const),
  position: fc.record({ x: fc.integer(), y: fc.integer() }),
  size: fc.record({
    width: fc.integer({ min: 80, max: 1_200 }),
    height: fc.integer({ min: 40, max: 1_200 }),
  }),
});

const build = (
  drafts: readonly Draft[],
  findTarget: (from: number, steps: number) => number,
): ScenarioDocument => {
  let number = 0;
  const nodes = drafts.map(({ node, gap, name, x }, index): ScenarioNode => {
    number += gap;
    return { ...node, id: `n${index}`, number, name, position: { x, y: index } };
  });
  const edges = nodes.flatMap((source, index) =>
    describeNode(source).outputs.flatMap(({ id: output }, at) => {
      const steps = drafts[index]?.leadsTo[at] ?? null;
      const target = steps === null ? undefined : nodes[findTarget(index, steps)];
      return target ? [{ id: `e${index}-${at}`, source: source.id, output, target: target.id }] : [];
    }),
  );
  return { schemaVersion: 1, nextNumber: number + 1, nodes, edges, notes: [] };
};

/** Any document that holds together, of up to 8 nodes of any kind: with and without triggers, loops, loose ends, broken templates. */
export const anyDocument: fc.Arbitrary<ScenarioDocument> = fc
  .tuple(anyDrafts(mostly('now', triggers), mostly('sms', others)), fc.array(anyNote, { maxLength: 2 }))
  .map(([drafts, notes]) => ({
    // The last one leads back only where it is told to: one step further is nothing.
    ...build(drafts, (from, steps) => (steps === 1 ? from + 1 : (from + steps) % drafts.length)),
    notes: notes.map((note, index) => ({ ...note, id: `note-${index}` })),
  }));

/** Any document of Now and SMS nodes whose connections only lead on, so that it has no loop. */
export const anyAcyclicDocument: fc.Arbitrary<ScenarioDocument> = anyDrafts(
  anyNodeOf('now'),
  anyNodeOf('sms'),
).map((drafts) => build(drafts, (from, steps) => from + Math.max(1, steps)));
