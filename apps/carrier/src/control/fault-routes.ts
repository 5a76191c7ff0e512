import { Router } from 'express';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { countedFaultSchema } from '../faults/request-faults.ts';
import { countedReportFaultSchema } from '../reports/report-faults-schema.ts';
import type { World } from '../world.ts';
import { refuse } from './refuse.ts';

const additionSchema = z.strictObject({
  requests: z.array(countedFaultSchema).max(1000).default([]),
  reports: z.array(countedReportFaultSchema).max(1000).default([]),
});

/** `/faults`: what is counted out for the next requests and reports, on top of the behaviour's shares. */
export function createFaultRoutes(world: World, readBody: RequestHandler): Router {
  const router = Router();
  const view = () => {
    const { next, struck } = world.faults.view();
    return { requests: next, reports: world.reportFaults.view(), struck };
  };
  router.get('/', (_request, response) => {
    response.json(view());
  });
  router.post('/', readBody, (request, response) => {
    const parsed = additionSchema.safeParse(request.body);
    if (!parsed.success) {
      refuse(response, 'invalid_faults', parsed.error);
      return;
    }
    world.faults.add(parsed.data.requests);
    world.reportFaults.add(parsed.data.reports);
    response.json(view());
  });
  router.delete('/', (_request, response) => {
    world.faults.replace([]);
    world.reportFaults.replace([]);
    response.json(view());
  });
  return router;
}
