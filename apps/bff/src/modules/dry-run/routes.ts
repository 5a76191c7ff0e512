import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { dryRunScenario } from './service.ts';

export const dryRunHandlers = (context: AppContext): Pick<Handlers, 'dryRunScenario'> => ({
  dryRunScenario: ({ params, body }) => dryRunScenario(context, { ...params, ...body }),
});
