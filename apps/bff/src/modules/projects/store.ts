import type { PoolClient } from 'pg';
import type { PrismaClient } from '../../database/generated/client.ts';
import type { Member, Role } from '@curlew/contract';
import type { Connection } from '../../database/database.ts';

export interface ProjectRow {
  readonly id: string;
  readonly name: string;
  readonly defaultCountry: string | null;
  readonly isUsEnabled: boolean;
  /** IANA name. */
  readonly timeZone: string;
  /** The type that its campaign events are written under now, then those of before. */
  readonly campaignEvents: readonly [string, ...string[]];
}

// Every job asks: by hand, as putting the question together would cost more than its answer.
export const readProject = async (connection: Connection, projectId: string): Promise<ProjectRow | null> => {
  const { rows } = await connection.query<ProjectRow>(
    `SELECT id, name, default_country AS "defaultCountry", is_us_enabled AS "isUsEnabled", time_zone AS "timeZone",
       campaign_events AS "campaignEvents"
     FROM project WHERE id = $1`,
    [projectId],
  );
  return rows[0] ?? null;
};

/** By which bare national numbers are read; null: they are refused. */
export const readDefaultCountry = async (
  connection: Connection,
  projectId: string,
): Promise<string | null> => {
  const { rows } = await connection.query<{ defaultCountry: string | null }>(
    'SELECT default_country AS "defaultCountry" FROM project WHERE id = $1',
    [projectId],
  );
  return rows[0]?.defaultCountry ?? null;
};

/** IANA name. */
export const readProjectZone = async (connection: Connection, projectId: string): Promise<string> => {
  const { rows } = await connection.query<{ timeZone: string }>(
    'SELECT time_zone AS "timeZone" FROM project WHERE id = $1',
    [projectId],
  );
  return rows[0]?.timeZone ?? 'UTC';
};

/** True where it was the other way before. Of two changes at once each sees what the other left. */
export const updateUsEnabled = async (
  connection: PoolClient,
  { projectId, isUsEnabled }: { projectId: string; isUsEnabled: boolean },
): Promise<boolean> => {
  const { rowCount } = await connection.query(
    'UPDATE project SET is_us_enabled = $2 WHERE id = $1 AND is_us_enabled <> $2',
    [projectId, isUsEnabled],
  );
  return rowCount === 1;
};

export interface ConsentCategoryRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'general' | 'consent' | 'legitimate_interest';
}

export const readConsentCategories = async (
  connection: Connection,
  projectId: string,
): Promise<ConsentCategoryRow[]> => {
  const { rows } = await connection.query<ConsentCategoryRow>(
    'SELECT id, name, kind FROM consent_category WHERE project_id = $1 ORDER BY name',
    [projectId],
  );
  return rows;
};

export const countCustomers = (prisma: PrismaClient, projectId: string): Promise<number> =>
  prisma.customer.count({ where: { projectId } });

export interface NewProject {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly defaultCountry: string | null;
  readonly owner: { readonly userId: string; readonly role: Role };
  readonly consentCategories: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: 'general' | 'consent' | 'legitimate_interest';
  }[];
}

export const insertProject = async (prisma: PrismaClient, project: NewProject): Promise<void> => {
  await prisma.$transaction([
    prisma.project.create({
      data: {
        id: project.id,
        name: project.name,
        timeZone: project.timeZone,
        defaultCountry: project.defaultCountry,
      },
    }),
    prisma.membership.create({ data: { projectId: project.id, ...project.owner } }),
    prisma.consentCategory.createMany({
      data: project.consentCategories.map((category) => ({ ...category, projectId: project.id })),
    }),
  ]);
};

export const readMembers = async (prisma: PrismaClient, projectId: string): Promise<Member[]> => {
  const rows = await prisma.membership.findMany({
    where: { projectId },
    include: { user: true },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
  });
  return rows.map(({ role, user }) => ({ id: user.id, name: user.name, email: user.email, role }));
};

/** True for someone in the project, who stays in it until the transaction ends. */
export const isMember = async (
  connection: Connection,
  { projectId, userId }: { projectId: string; userId: string },
): Promise<boolean> => {
  const { rowCount } = await connection.query(
    'SELECT FROM membership WHERE project_id = $1 AND user_id = $2 FOR SHARE',
    [projectId, userId],
  );
  return rowCount === 1;
};
