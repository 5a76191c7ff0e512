import type { AudienceResult } from '@curlew/contract';
import { languageNameOf } from '../text/language-name.ts';

/** A customer worth looking at, by what makes them so. */
export interface QuickPick {
  readonly label: string;
  readonly customerId: string;
  readonly name: string;
}

/** Whom to look at, of all customers that were counted; one per language only where there are several. */
export const findPicks = ({ examples }: Pick<AudienceResult, 'examples'>): QuickPick[] => {
  const { longest, shortest, mostParts, fails, noPhone, byLanguage } = examples;
  const languages = byLanguage.length > 1 ? byLanguage : [];
  return [
    { label: 'Longest', example: longest },
    { label: 'Shortest', example: shortest },
    { label: 'Most parts', example: mostParts },
    { label: 'Fails', example: fails },
    { label: 'No phone', example: noPhone },
    ...languages.map((example) => ({ label: languageNameOf(example.language), example })),
  ].flatMap(({ label, example }) =>
    example === null ? [] : [{ label, customerId: example.customerId, name: example.name }],
  );
};
