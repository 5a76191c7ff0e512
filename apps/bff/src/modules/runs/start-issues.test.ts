import { expect, it } from 'vitest';
import { emptyDocument, type ScenarioDocument } from '@curlew/scenario';
import { createDocument } from '@curlew/testkit';
import { newId } from '../../new-id.ts';
import { findReferenceIssues } from './reference-issues.ts';

const [known, gone] = [newId(), newId()];
const parts = {
  integrations: [{ id: known, isDefault: true }],
  consentCategoryIds: new Set([known]),
  frequencyPolicyIds: new Set([known]),
};

const consent = (categoryId: string | null) => ({ kind: 'consent' as const, categoryId, isGranted: true });
const conditionOn = (...ids: (string | null)[]): ScenarioDocument => ({
  ...emptyDocument(),
  nodes: [
    {
      id: 'one',
      number: 1,
      name: 'If',
      position: { x: 0, y: 0 },
      kind: 'condition',
      settings: {
        filter: {
          match: 'all',
          groups: [
            { match: 'any', conditions: [] },
            { match: 'any', conditions: ids.map(consent) },
          ],
        },
      },
    },
  ],
});
const changeOf = (categoryId: string | null): ScenarioDocument => ({
  ...emptyDocument(),
  nodes: [
    {
      id: 'one',
      number: 1,
      name: 'Change',
      position: { x: 0, y: 0 },
      kind: 'change_consent',
      settings: { categoryId, action: 'grant', validDays: null },
    },
  ],
});

it.each<[string, ScenarioDocument, [string, string][]]>([
  ['an integration of the project', createDocument({ integrationId: known }), []],
  ['the default integration', createDocument({ integrationId: null }), []],
  ['a deleted integration', createDocument({ integrationId: gone }), [['no_integration', 'integrationId']]],
  ['a category of the project', createDocument({ consentCategoryId: known }), []],
  [
    'a deleted category',
    createDocument({ consentCategoryId: gone }),
    [['no_consent_category', 'consentCategoryId']],
  ],
  [
    'deleted categories in a filter',
    conditionOn(known, gone, null, gone),
    [
      ['no_consent_category', 'filter.groups.1.conditions.1.categoryId'],
      ['no_consent_category', 'filter.groups.1.conditions.3.categoryId'],
    ],
  ],
  ['a consent to be changed', changeOf(known), []],
  ['a consent to be changed that was deleted', changeOf(gone), [['no_consent_category', 'categoryId']]],
  ['a consent to be changed that is not chosen', changeOf(null), []],
])('looks for %s', (_, document, expected) => {
  const issues = findReferenceIssues(document, parts);
  expect(issues.map(({ code, field }) => [code, field])).toEqual(expected);
  expect(issues.every(({ severity, nodeId }) => severity === 'error' && nodeId !== null)).toBe(true);
});

it('asks for an operator where none is the default', () => {
  const [issue, ...others] = findReferenceIssues(createDocument({ integrationId: null }), {
    ...parts,
    integrations: [{ id: known, isDefault: false }],
  });
  expect(issue).toMatchObject({ code: 'no_integration', nodeId: 'sms-1', field: 'integrationId' });
  expect(others).toEqual([]);
});
