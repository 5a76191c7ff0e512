import { raw, Router, type Request } from 'express';
import { z } from 'zod';
import type { AppContext } from '../../app-context.ts';
import { openIntegration } from '../integrations/service.ts';
import { createReceiptCollector, type ReceiptCollector } from './collector.ts';
import { isCallbackSecret } from './callback-url.ts';

const pathSchema = z.object({ integrationId: z.uuid(), secret: z.string().max(200) });

// Operators wait and try again on a 5xx, and drop a report for good on most 4xx.
type Answer = 200 | 400 | 403 | 404;

const receive = async (
  context: AppContext,
  collector: ReceiptCollector,
  request: Request,
): Promise<Answer> => {
  const path = pathSchema.safeParse(request.params);
  if (!path.success || !isCallbackSecret(context, path.data.integrationId, path.data.secret)) return 404;
  const integration = await openIntegration(context, path.data.integrationId);
  if (!integration) return 404;
  const rawBody: unknown = request.body;
  if (!(rawBody instanceof Uint8Array)) return 400;
  const { provider, secrets, projectId, id: integrationId } = integration;
  const now = (): number => context.now().getTime();
  const check = await provider.verifyCallback({ rawBody, headers: request.headers, secrets, now });
  if (!check.ok) return 403;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(rawBody);
    // PostgreSQL holds no NUL, and no operator has a reason to send one.
    if (text.includes(String.raw`\u0000`)) return 400;
    const body: unknown = JSON.parse(text);
    if (!provider.readCallback(body).ok) return 400;
    await collector.add({ projectId, integrationId, body });
    return 200;
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) return 400;
    throw cause;
  }
};

/** Where operators report: verified, stored raw, answered at once. A job applies them. */
export const receiptRouter = (context: AppContext): Router => {
  const router = Router();
  const collector = createReceiptCollector(context);
  router.post(
    '/hooks/:integrationId/:secret',
    raw({ type: () => true, limit: '256kb' }),
    (request, response, next) => {
      receive(context, collector, request).then((status) => response.sendStatus(status), next);
    },
  );
  return router;
};
