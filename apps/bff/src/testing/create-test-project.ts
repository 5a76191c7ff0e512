import type { AppContext } from '../app-context.ts';
import { createProject } from '../modules/projects/service.ts';
import { newId } from '../new-id.ts';

export interface TestProject {
  readonly projectId: string;
  readonly userId: string;
  /** The consent category "Marketing". */
  readonly marketingId: string;
}

/** A project with an owner and the categories General and Marketing. */
export const createTestProject = async (
  context: AppContext,
  { defaultCountry = null }: { defaultCountry?: string | null } = {},
): Promise<TestProject> => {
  const ids = { projectId: newId(), userId: newId(), marketingId: newId() };
  await context.database.prisma.user.create({
    data: { id: ids.userId, name: 'Tester', email: `${ids.userId}@example.com` },
  });
  await createProject(context, {
    id: ids.projectId,
    name: 'Test',
    timeZone: 'Europe/London',
    defaultCountry,
    owner: { userId: ids.userId, role: 'owner' },
    consentCategories: [
      { id: newId(), name: 'General', kind: 'general' },
      { id: ids.marketingId, name: 'Marketing', kind: 'consent' },
    ],
  });
  return ids;
};
