import { compileTemplate, listLibrary, renderTemplate } from '@curlew/jinja';
import { expect, it } from 'vitest';
import { filterDocs } from './filter-docs.ts';
import { functionDocs, tagDocs } from './tag-docs.ts';
import { testDocs } from './test-docs.ts';

const namesOf = (docs: readonly { readonly name: string }[]) => docs.map(({ name }) => name).toSorted();
const library = listLibrary();

it.each([
  ['filters', filterDocs, library.filters],
  ['tests', testDocs, library.tests],
  ['tags', tagDocs, library.tags],
  ['functions', functionDocs, library.functions],
])('describes all %s and no others', (_, docs, names) => {
  expect(namesOf(docs)).toEqual([...names].toSorted());
});

it.each([...filterDocs, ...testDocs, ...tagDocs, ...functionDocs])(
  'gives a true example of $name',
  ({ name, example, gives }) => {
    const compiled = compileTemplate(example);
    if (!compiled.ok) throw new Error(`${name}: ${compiled.errors[0]?.message}`);
    expect(renderTemplate(compiled.template, {})).toMatchObject({ ok: true, text: gives });
  },
);
