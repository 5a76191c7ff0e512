import type { Member, Project, Role } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { audit } from '../audit/service.ts';
import { listIntegrations } from '../integrations/service.ts';
import { listPolicies } from '../message-settings/policies.ts';
import {
  countCustomers,
  insertProject,
  readConsentCategories,
  readMembers,
  readProject,
  updateUsEnabled,
  type NewProject,
  type ProjectRow,
} from './store.ts';

/** What runs and imports need to know of a project. Throws when it does not exist. */
export type ProjectRules = ProjectRow;

export const readProjectRules = async (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
): Promise<ProjectRules> => {
  const row = await readProject(database.pool, projectId);
  if (!row) throw notFound('project');
  return row;
};

// For changes of others, in the transaction of the change.
export { isMember, readDefaultCountry, readProjectZone } from './store.ts';

export const describeProject = async (
  context: AppContext,
  projectId: string,
  role: Role,
): Promise<Project> => {
  const { pool, prisma } = context.database;
  const [row, consentCategories, customerCount, integrations, frequencyPolicies] = await Promise.all([
    readProject(pool, projectId),
    readConsentCategories(pool, projectId),
    countCustomers(prisma, projectId),
    listIntegrations(context, projectId),
    listPolicies(pool, projectId),
  ]);
  if (!row) throw notFound('project');
  return {
    id: row.id,
    name: row.name,
    role,
    timeZone: row.timeZone,
    defaultCountry: row.defaultCountry,
    isUsEnabled: row.isUsEnabled,
    customerCount,
    integrations,
    consentCategories,
    linkBase: context.linkBase,
    frequencyPolicies,
  };
};

interface UsSwitch {
  readonly isUsEnabled: boolean;
  readonly userId: string;
}

/**
 * Whoever comes to a message from now on is decided by it, in runs that go on too. What is enqueued was let through before:
 * it leaves, as after any other change of the settings, unless someone cancels it in the outbox.
 */
export const switchUsSending = (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
  { isUsEnabled, userId }: UsSwitch,
): Promise<{ isUsEnabled: boolean }> =>
  database.transaction(async (connection) => {
    if (await updateUsEnabled(connection, { projectId, isUsEnabled }))
      await audit(connection, {
        projectId,
        userId,
        action: 'us_sending.switch',
        subjectId: projectId,
        detail: { before: !isUsEnabled, after: isUsEnabled },
      });
    return { isUsEnabled };
  });

export const createProject = (
  { database }: Pick<AppContext, 'database'>,
  project: NewProject,
): Promise<void> => insertProject(database.prisma, project);

export interface CategoryIds {
  readonly all: ReadonlySet<string>;
  /** Those that everyone is in, without a consent of their own. */
  readonly general: ReadonlySet<string>;
}

/** The consent categories of a project. */
export const listCategoryIds = async (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
): Promise<CategoryIds> => {
  const categories = await readConsentCategories(database.pool, projectId);
  const general = categories.filter(({ kind }) => kind === 'general');
  return { all: new Set(categories.map(({ id }) => id)), general: new Set(general.map(({ id }) => id)) };
};

/** What the consent categories of a project are called, by id. */
export const listConsentCategoryNames = async (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
): Promise<ReadonlyMap<string, string>> => {
  const categories = await readConsentCategories(database.pool, projectId);
  return new Map(categories.map(({ id, name }) => [id, name]));
};

/** The people in a project, by name. */
export const listMembers = (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
): Promise<Member[]> => readMembers(database.prisma, projectId);
