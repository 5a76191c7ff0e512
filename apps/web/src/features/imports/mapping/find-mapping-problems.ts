import type { ColumnMapping } from '@curlew/contract';

export interface MappingProblem {
  /** The column to mend; null: the mapping as a whole. */
  readonly column: string | null;
  readonly sentence: string;
}

const noId: MappingProblem = {
  column: null,
  sentence:
    'No column says who a customer is. Choose “Customer id” for at least one column, such as a customer number.',
};

/** What may be given by one column only. An id of one kind may come from several. */
const uniqueKey = ({ target }: ColumnMapping): string | null => {
  if (target.to === 'attribute') return `attribute ${target.name.trim()}`;
  return target.to === 'consent' ? `consent ${target.categoryId}` : null;
};

const isNameMissing = ({ target }: ColumnMapping): boolean =>
  (target.to === 'attribute' && target.name.trim() === '') ||
  (target.to === 'id' && target.kind.trim() === '');

const findColumnProblem = (entry: ColumnMapping, before: readonly ColumnMapping[]): MappingProblem | null => {
  const { column } = entry;
  if (isNameMissing(entry)) return { column, sentence: 'Type a name' };
  const key = uniqueKey(entry);
  const first = key === null ? undefined : before.find((other) => uniqueKey(other) === key);
  return first ? { column, sentence: `The column “${first.column}” goes there already` } : null;
};

/** All that keeps a mapping from being run: what is wrong as a whole first, then column by column. */
export const findMappingProblems = (mapping: readonly ColumnMapping[]): readonly MappingProblem[] => [
  ...(mapping.some(({ target }) => target.to === 'id') ? [] : [noId]),
  ...mapping.flatMap((entry, index) => findColumnProblem(entry, mapping.slice(0, index)) ?? []),
];

/** "registered or cookie": the ids by which rows find their customers; null where there is none. */
export const describeIds = (mapping: readonly ColumnMapping[]): string | null => {
  const kinds = mapping.flatMap(({ target }) => (target.to === 'id' ? [target.kind.trim()] : []));
  const named = [...new Set(kinds)].filter((kind) => kind !== '');
  return named.length === 0 ? null : new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(named);
};
