import type { Customer, Project } from '@curlew/contract';
import { readAttributes, type CustomerFacts, type EventFacts, type ProjectFacts } from '@curlew/engine';
import type { PreviewEvent } from './event/preview-event-store.ts';

/** A customer of the API as the gate sees them. */
export const customerFactsOf = (customer: Customer): CustomerFacts => ({
  id: customer.id,
  attributes: readAttributes(customer.exactAttributes, new Set(customer.dateAttributes)),
  ids: customer.ids,
  phone: {
    raw: customer.phone,
    e164: customer.phoneE164,
    isUs: customer.phoneProblem === 'us_not_enabled',
    country: customer.phoneCountry,
  },
  isUnusable: customer.isUnusable,
  grantedConsents: new Set(
    customer.consents.filter(({ status }) => status === 'granted').map(({ categoryId }) => categoryId),
  ),
  frequencyUses: new Map(
    [...Map.groupBy(customer.frequencyUses, ({ policyId }) => policyId)].map(([policyId, uses]) => [
      policyId,
      uses.map(({ at }) => Date.parse(at)),
    ]),
  ),
});

/** A project of the API as the gate sees it. */
export const projectFactsOf = (project: Project): ProjectFacts => ({
  id: project.id,
  name: project.name,
  isUsEnabled: project.isUsEnabled,
  timeZone: project.timeZone,
  generalCategories: new Set(
    project.consentCategories.filter(({ kind }) => kind === 'general').map(({ id }) => id),
  ),
  frequencyPolicies: new Map(project.frequencyPolicies.map(({ id, rules }) => [id, rules])),
});

/** An event of the API as a template sees it. */
export const eventFactsOf = ({ type, timestamp, properties }: PreviewEvent): EventFacts => ({
  type,
  timestamp: Date.parse(timestamp),
  properties,
});
