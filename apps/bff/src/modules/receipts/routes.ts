import { raw, Router, type Request, type RequestHandler } from 'express';
import { z } from 'zod';
import type { AppContext } from '../../app-context.ts';
import { findInputFault } from '../../http/storable-input.ts';
import { createReceiptCollector, type ReceiptCollector } from './collector.ts';
import { isCallbackSecret } from './callback-url.ts';
import { createKnownIntegrations } from './known-integrations.ts';
import { createSeenCalls, type SeenCalls } from './seen-calls.ts';

const pathSchema = z.object({ integrationId: z.uuid(), secret: z.string().max(200) });

// Operators wait and try again on a 5xx, and drop a report for good on most 4xx.
type Answer = 200 | 400 | 403 | 404 | 503;

interface Received {
  readonly answer: Answer;
  readonly verdict: 'taken' | 'replayed' | 'forged' | 'untimely' | 'malformed' | 'stranger';
}

const stranger: Received = { answer: 404, verdict: 'stranger' };

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const parseForm = (text: string): unknown => Object.fromEntries(new URLSearchParams(text));

const hasForm = (request: Request): boolean =>
  request.method === 'GET' || typeof request.is('application/x-www-form-urlencoded') === 'string';

const queryOf = ({ originalUrl }: Request): string => originalUrl.split('?')[1] ?? '';

/** What a call says, as JSON that can be stored; undefined when it is none. */
const readBody = (request: Request, rawBody: Uint8Array, takesForms: boolean): unknown => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(rawBody);
    const isForm = takesForms && hasForm(request);
    const body = isForm ? parseForm(request.method === 'GET' ? queryOf(request) : text) : parseJson(text);
    return findInputFault(body) === null ? body : undefined;
  } catch {
    // Not UTF-8.
    return undefined;
  }
};

const untimelyCall =
  'a genuine call of an operator is more than five minutes off and changes nothing: is the clock of this server right?';
const unreadableCall = 'a call of an operator cannot be read and changes nothing';

interface Ground {
  readonly context: AppContext;
  readonly collector: ReceiptCollector;
  readonly seenCalls: SeenCalls;
  readonly findIntegration: ReturnType<typeof createKnownIntegrations>;
}

const receive = async (
  { context, collector, seenCalls, findIntegration }: Ground,
  request: Request,
): Promise<Received> => {
  const path = pathSchema.safeParse(request.params);
  if (!path.success || !isCallbackSecret(context, path.data.integrationId, path.data.secret)) return stranger;
  const integration = await findIntegration(path.data.integrationId);
  if (!integration) return stranger;
  const rawBody: unknown = request.body;
  const { provider, projectId, id: integrationId } = integration;
  const { takesForms, unreadable } = provider.callbacks;
  if (request.method === 'GET' && !takesForms) return stranger;
  // Without a body nothing was read.
  const bytes = rawBody instanceof Uint8Array ? rawBody : new Uint8Array();
  const now = (): number => context.now().getTime();
  const check = await provider.verifyCallback({ rawBody: bytes, headers: request.headers, now });
  if (!check.ok && check.reason === 'outside_time_window') {
    // It is theirs: it comes again, and counts once somebody has put the clock right.
    context.log.warn({ integrationId }, untimelyCall);
    return { answer: 503, verdict: 'untimely' };
  }
  if (!check.ok) return { answer: 403, verdict: 'forged' };
  const call = { integrationId, replayKey: check.replayKey, rawBody: bytes };
  if (seenCalls.has(call)) return { answer: 200, verdict: 'replayed' };
  const body = readBody(request, bytes, takesForms);
  const reading = provider.readCallback(body);
  if (!reading.ok) {
    // Nobody else will hear of it where the operator is told that all is well.
    if (unreadable === 200) context.log.warn({ integrationId, reason: reading.reason }, unreadableCall);
    return { answer: unreadable, verdict: 'malformed' };
  }
  await collector.add({ projectId, integrationId, body });
  // Only what is stored: a call that comes again because it could not be is no replay.
  seenCalls.add(call);
  return { answer: 200, verdict: 'taken' };
};

/** Where operators report: verified, stored raw, answered at once. A job applies them. */
export const receiptRouter = (context: AppContext): Router => {
  const router = Router();
  const ground: Ground = {
    context,
    collector: createReceiptCollector(context),
    seenCalls: createSeenCalls(() => context.now().getTime()),
    findIntegration: createKnownIntegrations(context),
  };
  const path = '/hooks/:integrationId/:secret';
  const answer: RequestHandler = (request, response, next) => {
    receive(ground, request).then((received) => {
      context.metrics.callbacks.inc({ ...received });
      return response.sendStatus(received.answer);
    }, next);
  };
  const readAll = raw({ type: () => true, limit: '256kb' });
  const read: RequestHandler = (request, response, next) => {
    readAll(request, response, (fault?: unknown) => {
      const isTooLarge = fault instanceof Error && 'status' in fault && fault.status === 413;
      if (fault !== undefined)
        context.metrics.callbacks.inc({ answer: isTooLarge ? 413 : 400, verdict: 'malformed' });
      next(fault);
    });
  };
  router.post(path, read, answer);
  router.get(path, answer);
  return router;
};
