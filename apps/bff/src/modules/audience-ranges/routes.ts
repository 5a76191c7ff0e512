import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/endpoint-router.ts';
import { countAudience, describeRange, stopCounting } from './service.ts';

export const audienceRangeHandlers = (
  context: AppContext,
): Pick<Handlers, 'countAudience' | 'getAudienceRange' | 'cancelAudienceRange'> => ({
  countAudience: ({ params, body: { scenarioId, node, count } }) =>
    countAudience(context, params.projectId, { scenarioId, node, wanted: count }),
  getAudienceRange: ({ params }) => describeRange(context, params),
  cancelAudienceRange: ({ params }) => stopCounting(context, params),
});
