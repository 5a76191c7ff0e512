import type { TemplateSpan } from '@curlew/jinja';
import type { CompletionData } from '../completion/completion-data.ts';
import { filterDocs } from '../library/filter-docs.ts';
import type { LibraryEntry } from '../library/library-entry.ts';
import { functionDocs, tagDocs } from '../library/tag-docs.ts';
import { testDocs } from '../library/test-docs.ts';

/** What a place in template syntax is. */
export interface SyntaxWords {
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly lines: readonly string[];
}

const word = /[a-z_][\w.]*/gi;

const byName = (docs: readonly LibraryEntry[]): ReadonlyMap<string, LibraryEntry> =>
  new Map(docs.map((entry) => [entry.name, entry]));

const filters = byName(filterDocs);
const tests = byName(testDocs);
const tags = byName(tagDocs);
const functions = byName(functionDocs);

const whole: { readonly [K in TemplateSpan['kind']]: string } = {
  text: '',
  output: 'Filled in for each customer: its length is theirs',
  tag: 'Says which text customers get. It takes no units itself',
  comment: 'A note for whoever writes here. It is not sent and takes no units',
  error: 'This cannot be read as a template yet',
};

const describeEntry = ({ words, example, gives }: LibraryEntry): readonly string[] => [
  words,
  `${example} gives ${gives}`,
];

const ownersOf = (
  data: CompletionData,
): ReadonlyMap<string, readonly { name: string; lines: readonly string[] }[]> =>
  new Map([
    ['customer', data.attributes],
    ['customer_ids', data.ids],
    ['event', data.eventProperties ?? []],
  ]);

const describePath = (path: string, data: CompletionData): readonly string[] | null => {
  const [owner = '', name = ''] = path.split('.');
  const properties = ownersOf(data).get(owner);
  if (!properties || name === '') return null;
  const known = properties.find((one) => one.name === name);
  if (known) return known.lines;
  return properties.length === 0 ? null : [`Nobody in this project has “${name}”: it prints nothing`];
};

const describeWord = (before: string, name: string, data: CompletionData): readonly string[] | null => {
  const entry = /\|\s*$/.test(before)
    ? filters.get(name)
    : /\bis\s+(?:not\s+)?$/.test(before)
      ? tests.get(name)
      : /\{%[-+]?\s*$/.test(before)
        ? tags.get(name.replace(/^end/, ''))
        : functions.get(name);
  return entry ? describeEntry(entry) : describePath(name, data);
};

/** What stands at a place of a template, in words; null in plain text. */
export const describeSyntax = (
  source: string,
  spans: readonly TemplateSpan[],
  { at, data }: { readonly at: number; readonly data: CompletionData },
): SyntaxWords | null => {
  const span = spans.find(({ kind, start, end }) => kind !== 'text' && start <= at && at < end);
  if (!span) return null;
  const { kind, start, end } = span;
  const inside = source.slice(start, end);
  if (kind === 'output' || kind === 'tag') {
    for (const { 0: name, index } of inside.matchAll(word)) {
      if (start + index > at || at >= start + index + name.length) continue;
      const lines = describeWord(inside.slice(0, index), name, data);
      if (lines) return { start: start + index, end: start + index + name.length, title: name, lines };
    }
  }
  return { start, end, title: kind === 'comment' ? 'Comment' : 'Template', lines: [whole[kind]] };
};
