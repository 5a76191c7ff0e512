import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { usualBounds } from './play.ts';
import { dryRunScenario } from './service.ts';

export const dryRunHandlers = (context: AppContext): Pick<Handlers, 'dryRunScenario'> => ({
  dryRunScenario: ({ params, body, signal }) =>
    dryRunScenario(context, { ...params, ...body }, { ...usualBounds, signal }),
});
