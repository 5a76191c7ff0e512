import { raw, Router, type Request } from 'express';
import { z } from 'zod';
import type { AppContext } from '../../app-context.ts';
import { findInputFault } from '../../http/storable-input.ts';
import { createReceiptCollector, type ReceiptCollector } from './collector.ts';
import { isCallbackSecret } from './callback-url.ts';
import { createKnownIntegrations } from './known-integrations.ts';

const pathSchema = z.object({ integrationId: z.uuid(), secret: z.string().max(200) });

// Operators wait and try again on a 5xx, and drop a report for good on most 4xx.
type Answer = 200 | 400 | 403 | 404;

/** The body as JSON that can be stored; undefined when it is none. */
const readBody = (rawBody: Uint8Array): unknown => {
  try {
    const body: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
    return findInputFault(body) === null ? body : undefined;
  } catch {
    return undefined;
  }
};

interface Ground {
  readonly context: AppContext;
  readonly collector: ReceiptCollector;
  readonly findIntegration: ReturnType<typeof createKnownIntegrations>;
}

const receive = async (
  { context, collector, findIntegration }: Ground,
  request: Request,
): Promise<Answer> => {
  const path = pathSchema.safeParse(request.params);
  if (!path.success || !isCallbackSecret(context, path.data.integrationId, path.data.secret)) return 404;
  const integration = await findIntegration(path.data.integrationId);
  if (!integration) return 404;
  const rawBody: unknown = request.body;
  if (!(rawBody instanceof Uint8Array)) return 400;
  const { provider, secrets, projectId, id: integrationId } = integration;
  const now = (): number => context.now().getTime();
  const check = await provider.verifyCallback({ rawBody, headers: request.headers, secrets, now });
  if (!check.ok) return 403;
  const body = readBody(rawBody);
  if (!provider.readCallback(body).ok) return 400;
  await collector.add({ projectId, integrationId, body });
  return 200;
};

/** Where operators report: verified, stored raw, answered at once. A job applies them. */
export const receiptRouter = (context: AppContext): Router => {
  const router = Router();
  const ground: Ground = {
    context,
    collector: createReceiptCollector(context),
    findIntegration: createKnownIntegrations(context),
  };
  router.post(
    '/hooks/:integrationId/:secret',
    raw({ type: () => true, limit: '256kb' }),
    (request, response, next) => {
      receive(ground, request).then((status) => {
        context.metrics.callbacks.inc({ answer: status });
        response.sendStatus(status);
      }, next);
    },
  );
  return router;
};
