import type { CustomerEvent, Project } from '@curlew/contract';
import { formatAttribute } from '../format-attribute.ts';

type Categories = Project['consentCategories'];

const consentVerbs: ReadonlyMap<unknown, string> = new Map([
  ['accept', 'accepted'],
  ['reject', 'rejected'],
]);

const describeConsent = (
  { category, action, source }: CustomerEvent['properties'],
  categories: Categories,
): string | null => {
  const verb = consentVerbs.get(action);
  const name = categories.find(({ id }) => id === category)?.name;
  if (verb === undefined || name === undefined) return null;
  return `${name} ${verb}${typeof source === 'string' ? ` by ${source}` : ''}`;
};

const mostShown = 3;

/** What an event that Curlew only keeps is about, in one line; empty where it has no properties. */
export const describeEvent = ({ type, properties }: CustomerEvent, categories: Categories): string => {
  const consent = type === 'consent' ? describeConsent(properties, categories) : null;
  if (consent !== null) return consent;
  return Object.entries(properties)
    .slice(0, mostShown)
    .map(([name, value]) => `${name}: ${formatAttribute(value)}`)
    .join(', ');
};
