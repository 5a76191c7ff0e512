import * as fc from 'fast-check';
import type { ScenarioDocument, ScenarioNode, SmsSettings } from '@curlew/scenario';

const anyMessage = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('Hello', 'Hi {{ customer.first_name }}', 'Ahoj', '你好') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
);

const anySmsSettings: fc.Arbitrary<SmsSettings> = fc.record({
  integrationId: fc.option(fc.uuid()),
  sender: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom('Curlew', '+447700900000', '{{ project.name }}') },
    { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
  ),
  defaultLanguage: fc.oneof(
    { weight: 12, arbitrary: fc.constant('en') },
    { weight: 1, arbitrary: fc.constant('sk') },
  ),
  versions: fc
    .tuple(anyMessage, fc.subarray(['sk', 'pt-BR', 'zh-Hant']), anyMessage)
    .map(([message, others, other]) => [
      { language: 'en', message },
      ...others.map((language) => ({ language, message: other })),
    ]),
  maximumParts: fc.integer({ min: 1, max: 8 }),
  consentCategoryId: fc.option(fc.uuid()),
});

interface Draft {
  readonly isTrigger: boolean;
  readonly name: string;
  readonly gap: number;
  readonly x: number;
  readonly settings: SmsSettings;
  /** Which node it leads to, counted on from itself; null: none. */
  readonly leadsTo: number | null;
}

const anyDraft = (isTrigger: fc.Arbitrary<boolean>): fc.Arbitrary<Draft> =>
  fc.record({
    isTrigger,
    name: fc.string({ unit: 'grapheme', maxLength: 20 }),
    gap: fc.integer({ min: 1, max: 3 }),
    x: fc.integer({ min: -10_000, max: 10_000 }),
    settings: anySmsSettings,
    leadsTo: fc.option(
      fc.oneof(
        { weight: 4, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 7 }) },
      ),
      { freq: 8 },
    ),
  });

const mostly = fc.oneof(
  { weight: 4, arbitrary: fc.constant(true) },
  { weight: 1, arbitrary: fc.constant(false) },
);

const anyDrafts = fc
  .tuple(
    fc.array(anyDraft(mostly), { maxLength: 1 }),
    fc.array(anyDraft(fc.constant(false)), { maxLength: 7 }),
  )
  .map(([first, others]) => [...first, ...others]);

const build = (
  drafts: readonly Draft[],
  findTarget: (from: number, steps: number) => number,
): ScenarioDocument => {
  let number = 0;
  const nodes = drafts.map(({ isTrigger, name, gap, x, settings }, index): ScenarioNode => {
    number += gap;
    const common = { id: `n${index}`, number, name, position: { x, y: index } };
    return isTrigger ? { ...common, kind: 'now', settings: {} } : { ...common, kind: 'sms', settings };
  });
  const edges = drafts.flatMap(({ leadsTo }, index) => {
    const target = leadsTo === null ? undefined : nodes[findTarget(index, leadsTo)];
    return target ? [{ id: `e${index}`, source: `n${index}`, output: 'out', target: target.id }] : [];
  });
  return { schemaVersion: 1, nextNumber: number + 1, nodes, edges };
};

/** Any document that holds together, of up to 8 nodes: with and without triggers, loops, loose ends, broken templates. */
export const anyDocument: fc.Arbitrary<ScenarioDocument> = anyDrafts.map((drafts) =>
  build(drafts, (from, steps) => (from + steps) % drafts.length),
);

/** Any document whose connections only lead on, so that it has no loop. */
export const anyAcyclicDocument: fc.Arbitrary<ScenarioDocument> = anyDrafts.map((drafts) =>
  build(drafts, (from, steps) => from + Math.max(1, steps)),
);
