import { expect, it } from 'vitest';
import {
  createCustomerFacts,
  createNode,
  createProjectFacts,
  createSmsNode,
  messagesOf,
} from '@curlew/testkit';
import type { WalkResult } from '../index.ts';
import { factsOf, now, pass } from '../testing/walk-nodes.ts';

const categoryId = '01a20242-d422-714d-a856-e14b220af4dd';
const consent = (action: 'grant' | 'revoke', validDays: number | null = null) =>
  createNode('change_consent', { categoryId, action, validDays });
const sms = createSmsNode({ consentCategoryId: categoryId });
const granted = createCustomerFacts({ grantedConsents: new Set([categoryId, 'other']) });
const fateOf = (result: WalkResult): string | undefined => {
  const decision = messagesOf(result)[0]?.decision;
  return decision?.status === 'enqueued' ? 'sent' : decision?.type;
};

it('[E94] gives or revokes a consent, and messages of the walk follow it', () => {
  const given = pass([consent('grant'), sms]);
  expect(given.effects[0]).toEqual({
    kind: 'consent',
    nodeId: 'n0',
    visit: 1,
    categoryId,
    isGranted: true,
    validUntil: null,
  });
  expect(fateOf(given)).toBe('sent');
  expect(pass([consent('grant', 30)]).effects).toMatchObject([{ validUntil: now + 30 * 86_400_000 }]);
  const revoked = pass([consent('revoke', 30), sms], granted);
  expect(revoked.effects[0]).toMatchObject({ isGranted: false, validUntil: null });
  expect(fateOf(revoked)).toBe('consent');
  expect(revoked.customer.grantedConsents).toEqual(new Set(['other']));
  expect(granted.grantedConsents).toEqual(new Set([categoryId, 'other']));
});

it.each(['grant', 'revoke'] as const)('[E94] General takes no consent: %s changes nothing', (action) => {
  const facts = factsOf({ project: createProjectFacts({ generalCategories: new Set([categoryId]) }) });
  const result = pass([consent(action), sms], undefined, facts);
  expect(result.moves[0]).toEqual({ nodeId: 'n0', output: 'out', why: 'general_category' });
  expect(result.effects).toHaveLength(1);
  expect(fateOf(result)).toBe('sent');
});

it.each(['grant', 'revoke'] as const)('[E94] a category that was deleted takes none: %s', (action) => {
  const facts = factsOf({ project: createProjectFacts({ consentCategories: new Set(['other']) }) });
  const result = pass([consent(action), sms], undefined, facts);
  expect(result.moves[0]).toEqual({ nodeId: 'n0', output: 'out', why: 'deleted_category' });
  expect(fateOf(result)).toBe('consent');
  const there = factsOf({ project: createProjectFacts({ consentCategories: new Set([categoryId]) }) });
  expect(pass([consent(action)], undefined, there).effects).toHaveLength(1);
});

it('[E94] a node without a category is a bug', () => {
  expect(() => pass([createNode('change_consent')])).toThrow('n0');
});
