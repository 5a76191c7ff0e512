import { emptyDocument, writeScenarioFile } from '@curlew/scenario';
import { expect, it } from 'vitest';
import { readFile } from './read-file.ts';

const known = {
  integrationIds: new Set<string>(),
  consentCategoryIds: new Set<string>(),
  frequencyPolicyIds: new Set<string>(),
};
const fileOf = (content: BlobPart) => new File([content], 'a.curlew.json');

it('reads what was exported', async () => {
  const text = writeScenarioFile({ name: 'Sale', document: emptyDocument(), exportedAt: new Date(0) });
  expect(await readFile(fileOf(text), known)).toEqual({
    ok: true,
    name: 'Sale',
    document: emptyDocument(),
    warnings: [],
  });
});

it.each([
  ['no JSON', '{"a"', /cut off in line 1, column 5/],
  ['another file', '{}', /not a scenario of Curlew/],
  ['no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), /not text in UTF-8/],
  ['too much', new Uint8Array(8_000_001), /8 MB, and a scenario has at most 8 MB/],
])('refuses %s in words', async (_, content, sentence) => {
  const read = await readFile(fileOf(content), known);
  expect(read.ok ? '' : read.problems.join()).toMatch(sentence);
});
