import { comparisonTypes, readWrittenValue, type ComparisonType } from '@curlew/scenario';
import type { ValueRow } from './store.ts';

const mostExamples = 3;
const longestExample = 60;

const typeOf = ({ kind, text }: ValueRow): ComparisonType => {
  if (kind === 'number' || kind === 'boolean') return kind;
  if (kind === 'array') return 'list';
  return text !== null && readWrittenValue('date', text).ok ? 'date' : 'text';
};

const cut = (text: string): string => {
  const characters = Array.from(text);
  return characters.length > longestExample ? `${characters.slice(0, longestExample - 1).join('')}…` : text;
};

const findExamples = (values: readonly ValueRow[]): string[] => {
  const counts = new Map<string, number>();
  for (const { text, count, kind } of values) {
    if (text === null || text.trim() === '' || kind === 'object') continue;
    const example = cut(text);
    counts.set(example, (counts.get(example) ?? 0) + count);
  }
  return Array.from(counts)
    .sort(([one, often], [other, oftener]) => oftener - often || (one < other ? -1 : 1))
    .slice(0, mostExamples)
    .map(([example]) => example);
};

const guessType = (values: readonly ValueRow[]): ComparisonType => {
  const votes = new Map<ComparisonType, number>(comparisonTypes.map((type) => [type, 0]));
  for (const value of values) {
    const type = typeOf(value);
    votes.set(type, (votes.get(type) ?? 0) + value.count);
  }
  const [[winner] = ['text' as const]] = Array.from(votes).sort(([, few], [, many]) => many - few);
  return winner;
};

export interface DescribedValues {
  readonly name: string;
  readonly type: ComparisonType;
  readonly examples: string[];
  /** How many values there are. */
  readonly count: number;
}

/** What is under each name, the most usual names first: type as declared, else as most values look, and examples. */
export const describeValues = (
  rows: readonly ValueRow[],
  declared: ReadonlyMap<string, ComparisonType> = new Map(),
): DescribedValues[] => {
  const byName = new Map<string, ValueRow[]>([...declared.keys()].map((name) => [name, []]));
  for (const row of rows) {
    const known = byName.get(row.name);
    if (known) known.push(row);
    else byName.set(row.name, [row]);
  }
  return Array.from(byName, ([name, values]) => ({
    name,
    type: declared.get(name) ?? guessType(values),
    examples: findExamples(values),
    count: values.reduce((sum, { count }) => sum + count, 0),
  })).sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1));
};
