import { messageDefaultsSchema } from '@curlew/scenario';
import type { CustomerFacts, MessageFacts, ProjectFacts } from '@curlew/engine';

/** A customer whom the gate lets through; the number is one of those reserved for drama in the United Kingdom. */
export const createCustomerFacts = (facts: Partial<CustomerFacts> = {}): CustomerFacts => ({
  id: '01a20242-d422-714d-a856-e14b220af4da',
  attributes: { first_name: 'Jana', language: 'en', phone: '+44 7700 900123' },
  ids: { registered: ['jana@example.com'] },
  phone: { raw: '+44 7700 900123', e164: '+447700900123', isUs: false },
  isUnusable: false,
  grantedConsents: new Set(),
  ...facts,
});

/** A project in UTC without consent categories that does not send to the US. */
export const createProjectFacts = (facts: Partial<ProjectFacts> = {}): ProjectFacts => ({
  id: '01a20242-d422-714d-a856-e14b220af4db',
  name: 'Demo',
  timeZone: 'UTC',
  isUsEnabled: false,
  generalCategories: new Set(),
  frequencyPolicies: new Map(),
  ...facts,
});

/** What a message may speak of on 22 November 2026, 08:00 UTC. */
export const createMessageFacts = (facts: Partial<MessageFacts> = {}): MessageFacts => ({
  project: createProjectFacts(),
  scenario: { id: '01a20242-d422-714d-a856-e14b220af4dc', name: 'Summer sale' },
  defaults: messageDefaultsSchema.parse({}),
  now: Date.UTC(2026, 10, 22, 8),
  ...facts,
});
