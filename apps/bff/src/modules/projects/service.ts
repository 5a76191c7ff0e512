import type { Member, Project, Role } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { listIntegrations } from '../integrations/service.ts';
import { listPolicies } from '../message-settings/policies.ts';
import {
  countCustomers,
  insertProject,
  readConsentCategories,
  readMembers,
  readProject,
  type NewProject,
} from './store.ts';

/** What runs and imports need to know of a project. Throws when it does not exist. */
export interface ProjectRules {
  readonly id: string;
  readonly name: string;
  readonly defaultCountry: string | null;
  readonly isUsEnabled: boolean;
  /** IANA name. */
  readonly timeZone: string;
}

export const readProjectRules = async (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
): Promise<ProjectRules> => {
  const row = await readProject(database.prisma, projectId);
  if (!row) throw notFound('project');
  return {
    id: row.id,
    name: row.name,
    defaultCountry: row.defaultCountry,
    isUsEnabled: row.isUsEnabled,
    timeZone: row.timeZone,
  };
};

// For changes of others, in the transaction of the change.
export { isMember, readDefaultCountry, readProjectZone } from './store.ts';

export const describeProject = async (
  context: AppContext,
  projectId: string,
  role: Role,
): Promise<Project> => {
  const { prisma } = context.database;
  const [row, consentCategories, customerCount, integrations, frequencyPolicies] = await Promise.all([
    readProject(prisma, projectId),
    readConsentCategories(prisma, projectId),
    countCustomers(prisma, projectId),
    listIntegrations(context, projectId),
    listPolicies(context.database.pool, projectId),
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

export const createProject = (
  { database }: Pick<AppContext, 'database'>,
  project: NewProject,
): Promise<void> => insertProject(database.prisma, project);

/** Ids of the categories that everyone is in, without a consent of their own. */
export const listGeneralCategoryIds = async (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
): Promise<ReadonlySet<string>> => {
  const categories = await readConsentCategories(database.prisma, projectId);
  return new Set(categories.filter((category) => category.kind === 'general').map((category) => category.id));
};

export const listConsentCategoryIds = async (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
): Promise<ReadonlySet<string>> => {
  const categories = await readConsentCategories(database.prisma, projectId);
  return new Set(categories.map((category) => category.id));
};

/** What the consent categories of a project are called, by id. */
export const listConsentCategoryNames = async (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
): Promise<ReadonlyMap<string, string>> => {
  const categories = await readConsentCategories(database.prisma, projectId);
  return new Map(categories.map(({ id, name }) => [id, name]));
};

/** The people in a project, by name. */
export const listMembers = (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
): Promise<Member[]> => readMembers(database.prisma, projectId);
