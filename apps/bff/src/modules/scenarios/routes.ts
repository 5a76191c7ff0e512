import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { changeScenario } from './change-scenario.ts';
import { changeScenarios } from './change-scenarios.ts';
import { copyScenario } from './copy-scenario.ts';
import { listScenarios, listTags } from './list.ts';
import { createScenario, deleteScenario, describeScenario, saveDraft } from './service.ts';

type ScenarioEndpoint =
  | 'listScenarios'
  | 'listTags'
  | 'createScenario'
  | 'getScenario'
  | 'changeScenario'
  | 'changeScenarios'
  | 'copyScenario'
  | 'saveDraft'
  | 'deleteScenario';

export const scenarioHandlers = (context: AppContext): Pick<Handlers, ScenarioEndpoint> => ({
  listScenarios: ({ params, query }) => listScenarios(context, params.projectId, query),
  listTags: ({ params }) => listTags(context, params.projectId),
  createScenario: ({ params, body, caller }) =>
    createScenario(context, params.projectId, {
      name: body.name,
      document: body.document,
      folderId: body.folderId ?? null,
      by: caller,
    }),
  getScenario: ({ params }) => describeScenario(context, params),
  changeScenario: ({ params, body, caller }) =>
    changeScenario(context, params, { changes: body, by: caller }),
  changeScenarios: ({ params, body, caller }) =>
    changeScenarios(context, params.projectId, { ...body, by: caller }),
  copyScenario: ({ params, caller }) => copyScenario(context, params, caller),
  saveDraft: ({ params, body, caller }) => saveDraft(context, params, { ...body, by: caller }),
  deleteScenario: async ({ params, caller }) => {
    await deleteScenario(context, params, caller);
    return undefined;
  },
});
