import { Router } from 'express';
import { endpoints } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { checkAccess, type AccessFacts } from '../../http/access.ts';
import { sendCsv } from '../../http/csv-file.ts';
import { readPart, type Handlers } from '../../http/endpoint-router.ts';
import { exportRunWalks } from './export-run-walks.ts';
import { getWalk, listWalkSteps } from './get-walk.ts';
import { listCustomerWalks } from './list-customer-walks.ts';
import { listRunWalks } from './list-run-walks.ts';

export const walkHistoryHandlers = (
  context: AppContext,
): Pick<Handlers, 'listRunWalks' | 'getWalk' | 'listWalkSteps' | 'listCustomerWalks'> => ({
  listRunWalks: ({ params, query }) => listRunWalks(context, params, query),
  getWalk: ({ params }) => getWalk(context, params),
  listWalkSteps: ({ params, query }) => listWalkSteps(context, params, query),
  listCustomerWalks: ({ params, query }) => listCustomerWalks(context, params, query),
});

/** All walks that a list of a run has as a file, beside the endpoint that lists them and for the same people. */
export const runWalksFile = (context: AppContext, facts: AccessFacts): Router => {
  const router = Router();
  const endpoint = endpoints.listRunWalks;
  router.get(`${endpoint.path}.csv`, async (request, response) => {
    const params = readPart(endpoint.params, request.params, 'address');
    const { caller } = await checkAccess(endpoint, request, facts);
    const query = readPart(endpoint.query, request.query, 'query');
    const { name, file } = await exportRunWalks(context, params, { ...query, userId: caller.userId });
    await sendCsv(response, name, file);
  });
  return router;
};
