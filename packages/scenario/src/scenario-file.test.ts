import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyDocument, createDocument } from '@curlew/testkit';
import {
  findReferences,
  mapReferences,
  readScenarioFile,
  writeScenarioFile,
  type ScenarioDocument,
} from './index.ts';

const exportedAt = new Date('2026-11-22T08:00:00Z');
const document = createDocument();
const file = { format: 'curlew-scenario', version: 1, name: 'Summer sale', document };

it('[N77] writes what a person can read', () => {
  const text = writeScenarioFile({ name: 'Summer sale', document, exportedAt });
  expect(JSON.parse(text)).toEqual({ ...file, exportedAt: '2026-11-22T08:00:00.000Z' });
  expect(text).toMatch(/^\{\n {2}"format": "curlew-scenario",\n[\s\S]*\n\}\n$/);
});

it('[N77] reads back what it wrote', () => {
  fc.assert(
    fc.property(anyDocument, fc.constantFrom('', '\uFEFF'), (document, mark) => {
      const text = writeScenarioFile({ name: 'Léto 2026', document, exportedAt });
      expect(readScenarioFile(mark + text)).toEqual({ ok: true, name: 'Léto 2026', document, warnings: [] });
    }),
  );
});

const problemsOf = (text: string): readonly string[] => {
  const read = readScenarioFile(text);
  return read.ok ? [] : read.problems;
};

it.each([
  ['nothing', '', ['The file is cut off in line 1, column 1: export the scenario again']],
  [
    'a file cut off',
    '{\n "format": ',
    ['The file is cut off in line 2, column 12: export the scenario again'],
  ],
  [
    'a picture',
    'PNG\n...',
    ['The file is not JSON, it cannot be read in line 1, column 1: choose a file that Curlew exported'],
  ],
  [
    'a comma too many',
    '{\n "a": 1,\n}',
    ['The file is not JSON, it cannot be read in line 3, column 1: choose a file that Curlew exported'],
  ],
  ['a list', '[]', ['The file is not a scenario of Curlew: choose one that was exported here']],
  [
    'nodes',
    JSON.stringify({ ...file, format: 'curlew-nodes' }),
    ['The file is not a scenario of Curlew: choose one that was exported here'],
  ],
  [
    'a later version',
    JSON.stringify({ ...file, version: 2, document: 'who knows' }),
    [
      'The file has version 2, and this Curlew reads version 1: update Curlew, or export the scenario from an older one',
    ],
  ],
  ['no name', JSON.stringify({ ...file, name: ' ' }), ['The name of the scenario is empty: mend the file']],
  [
    'a name that is none',
    JSON.stringify({ ...file, name: 7 }),
    ['The name of the scenario is missing: mend the file'],
  ],
  [
    'no document',
    JSON.stringify({ ...file, document: undefined }),
    ['The scenario itself is missing in the file: export it again'],
  ],
  [
    'a kind of node that is not known',
    JSON.stringify({ ...file, document: { ...document, nodes: [{ ...document.nodes[0], kind: 'pigeon' }] } }),
    ['The scenario is broken: nodes.0.kind: There is no such kind of node'],
  ],
  [
    'a connection into nothing',
    JSON.stringify({
      ...file,
      document: {
        ...document,
        edges: [{ id: 'e', source: document.nodes[0]?.id, output: 'out', target: 'gone' }],
      },
    }),
    ['The scenario is broken: connection “e” leads from or to a node that does not exist'],
  ],
  [
    'a broken document',
    JSON.stringify({ ...file, document: { ...document, nextNumber: 'x', edges: [{}] } }),
    expect.arrayContaining([
      expect.stringMatching(/^The scenario is broken: nextNumber: /),
      expect.stringMatching(/^The scenario is broken: edges\.0\.id: /),
    ]),
  ],
  [
    'a document that does not hold together',
    JSON.stringify({ ...file, document: { ...document, nextNumber: 1 } }),
    [expect.stringMatching(/number 1, /), expect.stringMatching(/number 2, /)],
  ],
])('[N78] refuses %s', (_, text, problems) => {
  expect(problemsOf(text)).toEqual(problems);
});

it('[N78] never throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.anything().map((value) => JSON.stringify({ ...file, document: value })),
      ),
      (text) => {
        const read = readScenarioFile(text);
        expect(read.ok || read.problems.length > 0).toBe(true);
      },
    ),
  );
});

const [integration, category, other] = ['1', '2', '3'].map(
  (digit) => `01a20242-d422-714d-a856-e14b220af4d${digit}`,
);
if (integration === undefined || category === undefined || other === undefined)
  throw new Error('there are three ids');

const consentIn = (categoryId: string): ScenarioDocument['nodes'][number] => ({
  id: 'check',
  number: 8,
  name: 'Agreed?',
  position: { x: 0, y: 0 },
  kind: 'condition',
  settings: {
    filter: {
      match: 'all',
      groups: [
        { match: 'any', conditions: [] },
        { match: 'all', conditions: [{ kind: 'consent', categoryId, isGranted: true }] },
      ],
    },
  },
});

const referring: ScenarioDocument = {
  ...createDocument({ integrationId: integration, consentCategoryId: category }),
  nextNumber: 10,
};
const whole: ScenarioDocument = {
  ...referring,
  nodes: [
    ...referring.nodes,
    consentIn(other),
    {
      id: 'change',
      number: 9,
      name: '',
      position: { x: 0, y: 0 },
      kind: 'change_consent',
      settings: { categoryId: category, action: 'grant', validDays: null },
    },
  ],
};

it('[N80] finds what a document names', () => {
  expect(findReferences(whole)).toEqual([
    { kind: 'integration', id: integration, nodeId: 'sms-1', field: 'integrationId' },
    { kind: 'consent_category', id: category, nodeId: 'sms-1', field: 'consentCategoryId' },
    {
      kind: 'consent_category',
      id: other,
      nodeId: 'check',
      field: 'filter.groups.1.conditions.0.categoryId',
    },
    { kind: 'consent_category', id: category, nodeId: 'change', field: 'categoryId' },
  ]);
  expect(findReferences(document)).toEqual([]);
});

it('[N80] finds every id there is, and replaces exactly those', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const text = JSON.stringify(document);
      const found = findReferences(document).map(({ id }) => id);
      const uuids = text.match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g) ?? [];
      expect(found.toSorted()).toEqual(uuids.toSorted());
      expect(mapReferences(document, ({ id }) => id)).toEqual(document);
      const mapped = mapReferences(document, ({ kind }) => kind);
      expect(findReferences(mapped).map(({ id }) => id)).toEqual(
        findReferences(document).map(({ kind }) => kind),
      );
    }),
  );
});

it('[N79] leaves out what this project does not have, and says so', () => {
  const text = writeScenarioFile({ name: 'A', document: whole, exportedAt });
  const known = {
    integrationIds: new Set<string>(),
    consentCategoryIds: new Set([category]),
    frequencyPolicyIds: new Set<string>(),
  };
  expect(readScenarioFile(text, known)).toEqual({
    ok: true,
    name: 'A',
    document: mapReferences(whole, ({ id }) => (id === category ? id : null)),
    warnings: [
      {
        nodeId: 'sms-1',
        field: 'integrationId',
        message:
          '“SMS” used a provider integration that this project does not have, now the default one: choose another',
      },
      {
        nodeId: 'check',
        field: 'filter.groups.1.conditions.0.categoryId',
        message:
          '“Agreed?” used a consent category that this project does not have, now none: choose another',
      },
    ],
  });
});

it('[N79] leaves everything where all is known, or nothing is asked', () => {
  const text = writeScenarioFile({ name: 'A', document: whole, exportedAt });
  const known = {
    integrationIds: new Set([integration]),
    consentCategoryIds: new Set([category, other]),
    frequencyPolicyIds: new Set<string>(),
  };
  for (const read of [readScenarioFile(text), readScenarioFile(text, known)])
    expect(read).toEqual({ ok: true, name: 'A', document: whole, warnings: [] });
});
