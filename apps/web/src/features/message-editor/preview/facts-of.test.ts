import type { Customer, Project } from '@curlew/contract';
import { decimal } from '@curlew/jinja';
import { expect, it } from 'vitest';
import { customerFactsOf, projectFactsOf } from './facts-of.ts';

const consent = (categoryId: string, status: 'granted' | 'revoked') => ({
  categoryId,
  categoryName: categoryId,
  status,
  since: '2026-01-01T00:00:00.000Z',
  source: 'import',
});

const customer: Customer = {
  id: 'c1',
  name: 'Jana Nováková',
  email: null,
  phone: '00420 601 234 567',
  phoneProblem: null,
  language: 'sk',
  country: null,
  ids: { registered: ['jana@example.com'] },
  attributes: { first_name: 'Jana', balance: 20 },
  exactAttributes: '{"first_name":"Jana","balance":20.0}',
  dateAttributes: [],
  phoneE164: '+420601234567',
  phoneCountry: 'CZ',
  frequencyUses: [
    { policyId: 'calm', at: '2026-11-22T08:00:00.000Z' },
    { policyId: 'calm', at: '2026-11-21T08:00:00.000Z' },
  ],
  isUnusable: false,
  unusableSince: null,
  unusableBecause: null,
  consents: [consent('news', 'granted'), consent('offers', 'revoked')],
  createdAt: '2026-01-01T00:00:00.000Z',
};

it('gives a customer with the consents that hold', () => {
  expect(customerFactsOf(customer)).toEqual({
    id: 'c1',
    attributes: { first_name: 'Jana', balance: decimal(20) },
    ids: { registered: ['jana@example.com'] },
    phone: { raw: '00420 601 234 567', e164: '+420601234567', isUs: false, country: 'CZ' },
    isUnusable: false,
    grantedConsents: new Set(['news']),
    frequencyUses: new Map([
      ['calm', [Date.parse('2026-11-22T08:00:00.000Z'), Date.parse('2026-11-21T08:00:00.000Z')]],
    ]),
  });
});

it('knows a US number by its problem', () => {
  const facts = customerFactsOf({ ...customer, phoneE164: '+12025550123', phoneProblem: 'us_not_enabled' });
  expect(facts.phone.isUs).toBe(true);
});

it('gives a project with the categories that everyone is in', () => {
  const project: Project = {
    id: 'p1',
    name: 'Demo',
    role: 'editor',
    timeZone: 'Europe/Prague',
    defaultCountry: null,
    isUsEnabled: false,
    customerCount: 1,
    integrations: [],
    linkBase: 'https://curlew.example/l',
    frequencyPolicies: [{ id: 'calm', name: 'Calm', rules: [{ most: 1, days: 2 }] }],
    consentCategories: [
      { id: 'everyone', name: 'General', kind: 'general' },
      { id: 'news', name: 'Newsletter', kind: 'consent' },
      { id: 'service', name: 'Service', kind: 'legitimate_interest' },
    ],
  };
  expect(projectFactsOf(project)).toEqual({
    id: 'p1',
    name: 'Demo',
    timeZone: 'Europe/Prague',
    isUsEnabled: false,
    generalCategories: new Set(['everyone']),
    frequencyPolicies: new Map([['calm', [{ most: 1, days: 2 }]]]),
  });
});
