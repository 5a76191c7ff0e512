import type { MessageFacts } from '@curlew/engine';
import type { AppContext } from '../../app-context.ts';
import { listPolicies } from '../message-settings/policies.ts';
import { readMessageDefaults } from '../message-settings/service.ts';
import { listDateAttributes } from '../customers/service.ts';
import { readPhone } from '../customers/phone.ts';
import { createShortener, newIdentityToken } from '../links/service.ts';
import { listCategoryIds, readProjectRules } from '../projects/service.ts';

/** What every message of a run may speak of, besides the customer. */
export const loadMessageFacts = async (
  context: AppContext,
  projectId: string,
  scenario: { readonly id: string; readonly name: string },
): Promise<MessageFacts> => {
  const { pool } = context.database;
  const [project, categories, defaults, policies, dateAttributes] = await Promise.all([
    readProjectRules(context, projectId),
    listCategoryIds(context, projectId),
    readMessageDefaults(pool, projectId),
    listPolicies(pool, projectId),
    listDateAttributes(pool, projectId),
  ]);
  return {
    project: {
      id: project.id,
      name: project.name,
      isUsEnabled: project.isUsEnabled,
      timeZone: project.timeZone,
      generalCategories: categories.general,
      consentCategories: categories.all,
      frequencyPolicies: new Map(policies.map(({ id, rules }) => [id, rules])),
    },
    scenario: { id: scenario.id, name: scenario.name },
    campaignEvent: project.campaignEvents[0],
    defaults,
    shortener: createShortener(context),
    dateAttributes,
    readPhone: (value) => readPhone(value, project),
    newIdentityToken,
    now: context.now().getTime(),
  };
};
