import type { PrismaClient } from '../../database/generated/client.ts';
import type { Role } from '@curlew/contract';

export const readProject = (prisma: PrismaClient, projectId: string) =>
  prisma.project.findUnique({ where: { id: projectId } });

export const readConsentCategories = (prisma: PrismaClient, projectId: string) =>
  prisma.consentCategory.findMany({ where: { projectId }, orderBy: { name: 'asc' } });

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
