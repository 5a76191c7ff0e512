import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { describeProject, listMembers } from './service.ts';

export const projectHandlers = (context: AppContext): Pick<Handlers, 'getProject' | 'listMembers'> => ({
  getProject: ({ params, role }) => {
    if (!role) throw notFound('project');
    return describeProject(context, params.projectId, role);
  },
  listMembers: async ({ params }) => ({ members: await listMembers(context, params.projectId) }),
});
