import { Router } from 'express';
import { z } from 'zod';
import { behaviourSchema } from '../network/behaviour.ts';
import { readJson } from '../read-json.ts';
import type { World } from '../world.ts';
import { toMsisdn } from '../xms/phone-number.ts';
import { createFaultRoutes } from './fault-routes.ts';
import { createLedgerRoutes } from './ledger-routes.ts';
import { listPhones } from './list-phones.ts';
import { streamArrivals } from './live.ts';
import { viewMessage } from './message-view.ts';
import { refuse } from './refuse.ts';
import { requireToken } from './require-token.ts';

const listSchema = z.object({
  search: z.string().max(200).default(''),
  cursor: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

const callbacksSchema = z.strictObject({ cm: z.url({ protocol: /^https?$/ }).nullable() });

/** Looking into the carrier and telling it how to behave, below `/carrier/api`. */
export function createControlRouter(world: World): Router {
  const router = Router();
  const { ledger } = world;
  const readBody = readJson((response, message) => {
    response.status(400).json({ error: { code: 'invalid_json', message } });
  });

  router.use(requireToken(world.token));

  router.get('/phones', (request, response) => {
    const parsed = listSchema.safeParse(request.query);
    if (parsed.success) response.json(listPhones(ledger, { ...parsed.data, cursor: parsed.data.cursor }));
    else refuse(response, 'invalid_query', parsed.error);
  });

  router.get('/phones/:number', (request, response) => {
    const phone = ledger.findPhone(toMsisdn(request.params.number) ?? '');
    if (phone === undefined) {
      const message = `No message has reached ${request.params.number} yet.`;
      response.status(404).json({ error: { code: 'unknown_phone', message } });
      return;
    }
    response.json({ number: phone.number, messages: phone.messages.map(viewMessage) });
  });

  router.use('/ledger', createLedgerRoutes(ledger));

  router.get('/behaviour', (_request, response) => {
    response.json(world.behaviour());
  });

  router.put('/behaviour', readBody, (request, response) => {
    const parsed = behaviourSchema.safeParse(request.body);
    if (!parsed.success) {
      refuse(response, 'invalid_behaviour', parsed.error);
      return;
    }
    world.setBehaviour(parsed.data);
    response.json(parsed.data);
  });

  router.use('/faults', createFaultRoutes(world, readBody));

  router.get('/callbacks', (_request, response) => {
    response.json({ cm: world.cmCallbackUrl() ?? null });
  });

  router.put('/callbacks', readBody, (request, response) => {
    const parsed = callbacksSchema.safeParse(request.body);
    if (!parsed.success) {
      refuse(response, 'invalid_callbacks', parsed.error);
      return;
    }
    world.setCmCallbackUrl(parsed.data.cm ?? undefined);
    response.json(parsed.data);
  });

  router.get('/live', streamArrivals(ledger));

  router.use((request, response) => {
    const message = `There is no ${request.method} ${request.originalUrl}.`;
    response.status(404).json({ error: { code: 'not_found', message } });
  });
  return router;
}
