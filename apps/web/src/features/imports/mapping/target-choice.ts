import type { ColumnTarget, Project } from '@curlew/contract';
import type { SelectOption } from '../../../ui/select.tsx';

type Categories = Project['consentCategories'];

/** A target as one value of a select: consents are told apart by their category. */
export type TargetChoice = 'skip' | 'id' | 'attribute' | `consent:${string}`;

export const targetChoiceOf = (target: ColumnTarget): TargetChoice =>
  target.to === 'consent' ? `consent:${target.categoryId}` : target.to;

/** What a column can be; everyone is in a general category, so there is nothing to import for it. */
export const targetOptions = (categories: Categories): readonly SelectOption<TargetChoice>[] => [
  { value: 'skip', label: 'Do not import' },
  { value: 'id', label: 'Customer id' },
  { value: 'attribute', label: 'Attribute' },
  ...categories
    .filter(({ kind }) => kind !== 'general')
    .map(({ id, name }) => ({ value: `consent:${id}` as const, label: `Consent: ${name}` })),
];

type AttributeType = Extract<ColumnTarget, { to: 'attribute' }>['type'];

export const attributeTypes: readonly SelectOption<AttributeType>[] = [
  { value: 'text', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'boolean', label: 'True or false' },
  { value: 'date', label: 'Date' },
  { value: 'list', label: 'List, split at |' },
];

/** The target that a choice stands for, filled in from the column and from what was suggested for it. */
export const createTarget = (
  choice: TargetChoice,
  column: string,
  suggested: ColumnTarget | undefined,
): ColumnTarget => {
  if (choice === suggested?.to) return suggested;
  switch (choice) {
    case 'skip':
      return { to: 'skip' };
    case 'id':
      return { to: 'id', kind: column };
    case 'attribute':
      return { to: 'attribute', name: column, type: 'text' };
    default:
      return { to: 'consent', categoryId: choice.slice('consent:'.length) };
  }
};
