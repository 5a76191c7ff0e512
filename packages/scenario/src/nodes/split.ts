import { z } from 'zod';
import type { NodeKindDescription, SettingsIssue } from '../node-kind.ts';
import { durationSchema, describeDuration } from '../settings/duration.ts';
import { fieldError, fieldWarning, findDurationIssues } from '../settings/field-issues.ts';

const variantSchema = z.object({
  /** The output of the node: stays when the name changes. */
  id: z.string().min(1).max(40),
  name: z.string().max(60, 'At most 60 characters'),
  /** In percent; all together 100. */
  weight: z.int('A whole number').min(0, 'Not below 0').max(100, 'At most 100'),
});

/** Settings of an A/B split: customers leave by chance, the same customer always by the same output. */
export const splitSettingsSchema = z.object({
  variants: z
    .array(variantSchema)
    .min(2, 'At least 2 variants')
    .max(10, 'At most 10 variants')
    // Two of them would be one output.
    .refine(
      (variants) => new Set(variants.map(({ id }) => id)).size === variants.length,
      'Two variants have one id',
    )
    .default([
      { id: 'a', name: 'A', weight: 50 },
      { id: 'b', name: 'B', weight: 50 },
    ]),
  /** After the test everyone takes the best variant; null: the weights stay. */
  winner: z
    .object({
      after: durationSchema,
      by: z.enum(['click_rate', 'event']),
      /** Counts with `event` only: what customers are to do. */
      event: z.string().max(100, 'At most 100 characters'),
    })
    .nullable()
    .default(null),
});

export type SplitSettings = z.infer<typeof splitSettingsSchema>;

const findWeightIssues = (variants: SplitSettings['variants']): SettingsIssue[] => {
  const sum = variants.reduce((total, { weight }) => total + weight, 0);
  if (sum !== 100) {
    const message = `The weights add up to ${sum} %: make them 100 %`;
    return [fieldError('weights_wrong', 'variants', message)];
  }
  return variants.flatMap(({ name, weight }, index) =>
    weight === 0
      ? [
          fieldWarning(
            'weight_zero',
            `variants.${index}.weight`,
            `Nobody gets the variant “${name.trim()}”: give it a weight or remove it`,
          ),
        ]
      : [],
  );
};

const findNameIssues = (variants: SplitSettings['variants']): SettingsIssue[] => {
  const names = variants.map(({ name }) => name.trim());
  return names.flatMap((name, index) => {
    const field = `variants.${index}.name`;
    if (name === '') return [fieldError('variant_unnamed', field, 'The variant has no name: type one')];
    return names.indexOf(name) === index
      ? []
      : [fieldError('variant_twice', field, `Two variants are named “${name}”: rename one of them`)];
  });
};

const findWinnerIssues = (winner: SplitSettings['winner']): SettingsIssue[] => {
  if (winner === null) return [];
  const issues = findDurationIssues(winner.after, 'winner.after.amount');
  if (winner.by === 'event' && winner.event.trim() === '')
    issues.push(fieldError('event_missing', 'winner.event', 'The event that decides is missing: choose one'));
  return issues;
};

export const split: NodeKindDescription<'split', SplitSettings> = {
  kind: 'split',
  title: 'A/B split',
  family: 'flow',
  hint: 'Parts customers by chance, to find out what works better',
  hasInput: true,
  outputs: ({ variants }) =>
    variants.map(({ id, name, weight }) => ({ id, label: `${name.trim()} ${weight} %`.trim() })),
  defaults: () => splitSettingsSchema.parse({}),
  summary: ({ variants, winner }) => {
    const weights = variants.map(({ weight }) => weight).join(' / ');
    return winner === null
      ? `Split ${weights}`
      : `Split ${weights}, winner after ${describeDuration(winner.after)}`;
  },
  issues: ({ variants, winner }) => [
    ...findWeightIssues(variants),
    ...findNameIssues(variants),
    ...findWinnerIssues(winner),
  ],
};
