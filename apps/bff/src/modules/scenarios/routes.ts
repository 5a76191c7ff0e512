import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import {
  createScenario,
  deleteScenario,
  describeScenario,
  listScenarios,
  renameScenario,
  saveDraft,
} from './service.ts';

type ScenarioEndpoint =
  | 'listScenarios'
  | 'createScenario'
  | 'getScenario'
  | 'renameScenario'
  | 'saveDraft'
  | 'deleteScenario';

export const scenarioHandlers = (context: AppContext): Pick<Handlers, ScenarioEndpoint> => ({
  listScenarios: ({ params, query }) => listScenarios(context, params.projectId, query),
  createScenario: ({ params, body, caller }) =>
    createScenario(context, params.projectId, { name: body.name, document: body.document, by: caller }),
  getScenario: ({ params }) => describeScenario(context, params),
  renameScenario: ({ params, body, caller }) =>
    renameScenario(context, params, { name: body.name, by: caller }),
  saveDraft: ({ params, body, caller }) => saveDraft(context, params, { ...body, by: caller }),
  deleteScenario: async ({ params, caller }) => {
    await deleteScenario(context, params, caller);
    return undefined;
  },
});
