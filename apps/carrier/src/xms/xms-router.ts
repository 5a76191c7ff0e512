import { Router } from 'express';
import type { RequestHandler } from 'express';
import { readJson } from '../read-json.ts';
import type { World } from '../world.ts';
import { authorise } from './authorise.ts';
import { viewBatch } from './batch-view.ts';
import { dryRun } from './dry-run.ts';
import { getBatchReport, getRecipientReport } from './get-report.ts';
import { listBatches } from './list-batches.ts';
import { postBatch } from './post-batch.ts';
import { sendRefusal } from './send-refusal.ts';

/** Sinch's XMS endpoints below `/xms/v1/{plan}`. */
export function createXmsRouter(world: World): Router {
  const router = Router({ mergeParams: true });
  router.use(authorise(world.plan, world.token));
  const readBody = readJson((response, text) => {
    sendRefusal(response, { status: 400, code: 'syntax_invalid_json', text });
  });
  router
    .route('/batches')
    .get(listBatches(world))
    .post(readBody, postBatch(world))
    .all(refuseMethod('GET, POST'));
  router.route('/batches/dry_run').post(readBody, dryRun(world)).all(refuseMethod('POST'));
  router.route('/batches/:id').get(getBatch(world)).all(refuseMethod('GET'));
  router.route('/batches/:id/delivery_report').get(getBatchReport(world)).all(refuseMethod('GET'));
  router
    .route('/batches/:id/delivery_report/:msisdn')
    .get(getRecipientReport(world))
    .all(refuseMethod('GET'));
  router.use((_request, response) => {
    response.status(404).end();
  });
  return router;
}

function getBatch(world: World): RequestHandler<{ id: string }> {
  return (request, response) => {
    const batch = world.ledger.findXmsBatch(request.params.id);
    if (batch === undefined) response.status(404).end();
    else response.json(viewBatch(batch));
  };
}

function refuseMethod(allowed: string): RequestHandler {
  return (_request, response) => {
    response.status(405).set('Allow', allowed).end();
  };
}
