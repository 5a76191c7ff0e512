import { filterDocs } from '../library/filter-docs.ts';
import { snippets } from '../library/snippets.ts';
import { functionDocs, tagDocs } from '../library/tag-docs.ts';
import { testDocs } from '../library/test-docs.ts';
import type { CompletionData, KnownProperty } from './completion-data.ts';
import { findAssignedNames, findOpenBlocks, findOpenTag } from './open-tag.ts';
import {
  described,
  endTag,
  object,
  property,
  type TemplateCompletion,
  type TemplateCompletions,
  variable,
} from './template-completion.ts';

const filters = filterDocs.map(described('filter'));
// A test by a sign is given as a text, and never stands behind `is`.
const tests = testDocs.filter(({ name }) => /^\w/.test(name)).map(described('test'));
const functions = functionDocs.map(described('function'));
const startTags = tagDocs.filter(({ name }) => name !== 'elif' && name !== 'else').map(described('tag'));
const branchTags = tagDocs.filter(({ name }) => name === 'elif' || name === 'else').map(described('tag'));
const snippetOptions = snippets.map(described('snippet'));

const numberAndName = (of: string): readonly KnownProperty[] => [
  { name: 'id', detail: 'text', lines: [`The id of the ${of}`] },
  { name: 'name', detail: 'text', lines: [`The name of the ${of}`] },
];

/** What stands behind the dot of each variable. */
const partsOf = (data: CompletionData): ReadonlyMap<string, readonly KnownProperty[]> =>
  new Map([
    ['customer', data.attributes],
    ['customer_ids', data.ids],
    ['project', numberAndName('project')],
    ['scenario', numberAndName('scenario')],
    ['action', numberAndName('SMS node')],
    ...(data.eventProperties ? [['event', data.eventProperties] as const] : []),
  ]);

const variablesOf = (data: CompletionData, before: string): readonly TemplateCompletion[] => [
  object('customer', 'attributes of the customer'),
  ...(data.eventProperties ? [object('event', 'the event the walk started from')] : []),
  ...findAssignedNames(before).map((name) => variable(name, 'set in this message')),
  object('customer_ids', 'ids of the customer'),
  ...(data.hasWebhook ? [variable('webhook', 'answer of the last webhook')] : []),
  object('project', 'id and name'),
  object('scenario', 'id and name'),
  object('action', 'id and name of this node'),
  variable('iitt', 'token by which a web page learns who follows a link'),
  variable('time', 'now, in seconds since 1970'),
  ...functions,
];

const tagsAt = (before: string): readonly TemplateCompletion[] => {
  const block = findOpenBlocks(before).at(-1);
  return [
    ...(block === undefined ? [] : [endTag(block)]),
    ...(block === 'if' || block === 'for' ? branchTags : []),
    ...startTags,
  ];
};

/** What can follow a text up to the cursor: variables, their parts, filters, tests, tags; snippets in plain text; null for nothing. */
export const completeTemplate = (before: string, data: CompletionData): TemplateCompletions | null => {
  const tag = findOpenTag(before);
  if (tag === null) {
    const [word = ''] = /[a-z]*$/i.exec(before) ?? [];
    return /\{#(?:(?!#\}).)*$/s.test(before)
      ? null
      : { from: before.length - word.length, options: snippetOptions };
  }
  if (tag.kind === 'literal') return null;
  const { inside } = tag;
  const answer = (typed: string, options: readonly TemplateCompletion[]): TemplateCompletions => ({
    from: before.length - typed.length,
    options,
  });
  const [, owner, part] = /(?:^|[^\w.\])])([a-z_]\w*)\.(\w*)$/i.exec(inside) ?? [];
  if (owner !== undefined && part !== undefined) {
    const parts = partsOf(data).get(owner);
    return parts ? answer(part, parts.map(property)) : null;
  }
  const [, filterName] = /\|\s*(\w*)$/.exec(inside) ?? [];
  if (filterName !== undefined) return answer(filterName, filters);
  const [, testName] = /\bis\s+(?:not\s+)?(\w*)$/.exec(inside) ?? [];
  if (testName !== undefined) return answer(testName, tests);
  const [, tagName] = tag.kind === 'tag' ? (/^\s*(\w*)$/.exec(inside) ?? []) : [];
  if (tagName !== undefined) return answer(tagName, tagsAt(before.slice(0, tag.start)));
  const [, word] = /(?:^|[^\w.|])([a-z_]\w*)?$/i.exec(inside) ?? ['', null];
  return word === null ? null : answer(word ?? '', variablesOf(data, before.slice(0, tag.start)));
};
