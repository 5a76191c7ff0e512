import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { describeRevision, listRevisions, nameRevision, restoreRevision } from './service.ts';

type RevisionEndpoint = 'listRevisions' | 'getRevision' | 'nameRevision' | 'restoreRevision';

export const revisionHandlers = (context: AppContext): Pick<Handlers, RevisionEndpoint> => ({
  listRevisions: ({ params, query }) => listRevisions(context, params, query),
  getRevision: ({ params }) => describeRevision(context, params),
  nameRevision: ({ params, body, caller }) => nameRevision(context, params, { name: body.name, by: caller }),
  restoreRevision: ({ params, body, caller }) =>
    restoreRevision(context, params, { revision: body.revision, by: caller }),
});
