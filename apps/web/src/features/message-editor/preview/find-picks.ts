import type { AudienceExample, AudienceResult } from '@curlew/contract';
import { describeUnknown } from '../audience/describe-result.ts';
import { languageNameOf } from '../text/language-name.ts';

/** A customer worth looking at, by what makes them so. */
export interface QuickPick {
  readonly label: string;
  /** Null: who it is cannot be told. */
  readonly customer: { readonly id: string; readonly name: string } | null;
}

export interface QuickPicks {
  readonly picks: readonly QuickPick[];
  /** Why some of them have nobody; null: all have somebody. */
  readonly reason: string | null;
}

const pickOf = (label: string, example: AudienceExample | null): QuickPick => ({
  label,
  customer: example && { id: example.customerId, name: example.name },
});

/** “Longest”, “Shortest” and “Fails” */
const joinLabels = (labels: readonly string[]): string => {
  const quoted = labels.map((label) => `“${label}”`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`;
};

/** Whom to look at, of all customers that were counted; one per language only where there are several. */
export const findPicks = ({
  examples,
  without,
}: Pick<AudienceResult, 'examples' | 'without'>): QuickPicks => {
  const { longest, shortest, mostParts, fails, noPhone, byLanguage } = examples;
  const unknown = describeUnknown({ without });
  const byLength = [
    pickOf('Longest', longest),
    pickOf('Shortest', shortest),
    pickOf('Most parts', mostParts),
    // Who fails without it may well not fail with it.
    pickOf('Fails', unknown === null ? fails : null),
  ];
  const isOpen = unknown !== null && byLength.some(({ customer }) => customer === null) && fails !== null;
  const known = [
    pickOf('No phone', noPhone),
    ...(byLanguage.length > 1 ? byLanguage : []).map((example) =>
      pickOf(languageNameOf(example.language), example),
    ),
  ].filter(({ customer }) => customer !== null);
  const open = byLength.filter(({ customer }) => customer === null).map(({ label }) => label);
  return {
    picks: [...byLength.filter(({ customer }) => isOpen || customer !== null), ...known],
    reason: isOpen
      ? `${joinLabels(open)} depend${open.length === 1 ? 's' : ''} on ${unknown}, which nobody knows before it runs.`
      : null,
  };
};
