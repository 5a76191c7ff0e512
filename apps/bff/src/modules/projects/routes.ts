import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { describeProject, listMembers, switchUsSending } from './service.ts';

type ProjectEndpoint = 'getProject' | 'listMembers' | 'switchUsSending';

export const projectHandlers = (context: AppContext): Pick<Handlers, ProjectEndpoint> => ({
  getProject: ({ params, role }) => {
    if (!role) throw notFound('project');
    return describeProject(context, params.projectId, role);
  },
  listMembers: async ({ params }) => ({ members: await listMembers(context, params.projectId) }),
  switchUsSending: ({ params, body, caller }) =>
    switchUsSending(context, params.projectId, { isUsEnabled: body.isUsEnabled, userId: caller.userId }),
});
