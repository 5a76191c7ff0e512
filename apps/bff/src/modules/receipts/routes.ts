import { raw, Router, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import type { AppContext } from '../../app-context.ts';
import { findShapeFault } from '../../http/storable-input.ts';
import { createReceiptCollector, type ReceiptCollector } from './collector.ts';
import { isCallbackSecret } from './callback-url.ts';
import { createKnownIntegrations, type KnownIntegrations } from './known-integrations.ts';
import { insertUnreadCall } from './unread-store.ts';
import { createSeenCalls, type SeenCalls } from './seen-calls.ts';
import { verifyCall } from './verify-call.ts';

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

// All after the first question mark: others may stand in it as they are.
const queryOf = ({ originalUrl }: Request): string => /\?(.*)/.exec(originalUrl)?.[1] ?? '';

/** What a call says, as JSON that can be stored; undefined when it is none. */
const readBody = (request: Request, rawBody: Uint8Array, takesForms: boolean): unknown => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(rawBody);
    const isForm = takesForms && hasForm(request);
    const body = isForm ? parseForm(request.method === 'GET' ? queryOf(request) : text) : parseJson(text);
    // Half a character at the end of a text is no reason to lose what somebody wrote.
    return findShapeFault(body) === null ? body : undefined;
  } catch {
    // Not UTF-8.
    return undefined;
  }
};

const untimelyCall =
  'a genuine call of an operator is more than five minutes off and changes nothing: is the clock of this server right?';
const unreadableCall = 'a call of an operator cannot be read and changes nothing';

/** What a call says, as it came. */
const rawText = (request: Request, rawBody: Uint8Array): string =>
  request.method === 'GET' ? queryOf(request) : new TextDecoder().decode(rawBody);

/** Whether an address says something, as a text with signs in it like %2F. */
const isReadable = (path: string): boolean => {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
};

interface Ground {
  readonly context: AppContext;
  readonly collector: ReceiptCollector;
  readonly seenCalls: SeenCalls;
  readonly integrations: KnownIntegrations;
}

/** Which integration is called; null for whoever does not know the secret of its address. */
const readAddress = (context: AppContext, { params }: Request): string | null => {
  const { data } = pathSchema.safeParse(params);
  return data && isCallbackSecret(context, data.integrationId, data.secret) ? data.integrationId : null;
};

const receive = async (ground: Ground, id: string, request: Request): Promise<Received> => {
  const { context, collector, seenCalls } = ground;
  const rawBody: unknown = request.body;
  // Without a body nothing was read.
  const bytes = rawBody instanceof Uint8Array ? rawBody : new Uint8Array();
  const known = await ground.integrations.find(id);
  if (request.method === 'GET' && known?.provider.callbacks.takesForms === false) return stranger;
  const called = { id, headers: request.headers, rawBody: bytes };
  const verified = await verifyCall(ground, called);
  if (!verified) return stranger;
  const { integration, check } = verified;
  const { provider, projectId, id: integrationId } = integration;
  const { takesForms, unreadable } = provider.callbacks;
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
    const { reason } = reading;
    context.log.warn({ integrationId, reason, answer: unreadable }, unreadableCall);
    // It never comes again where the operator is told that all is well: people find it here.
    if (unreadable === 200)
      await insertUnreadCall(context.database.pool, {
        projectId,
        integrationId,
        reason,
        body: rawText(request, bytes),
      });
    return { answer: unreadable, verdict: 'malformed' };
  }
  await collector.add({ projectId, integrationId, body });
  // Only what is stored: a call that comes again because it could not be is no replay.
  seenCalls.add(call);
  return { answer: 200, verdict: 'taken' };
};

/** Where operators report: verified, stored raw, answered at once. A job applies them. */
export const receiptRouter = (context: AppContext): Router => {
  const router = Router({ caseSensitive: true });
  const ground: Ground = {
    context,
    collector: createReceiptCollector(context),
    seenCalls: createSeenCalls(() => context.now().getTime()),
    integrations: createKnownIntegrations(context),
  };
  const path = '/hooks/:integrationId/:secret';
  const answer = (response: Response, received: Received): void => {
    context.metrics.callbacks.inc({ ...received });
    response.sendStatus(received.answer);
  };
  const readAll = raw({ type: () => true, limit: '256kb' });
  const take: RequestHandler = (request, response, next) => {
    const id = readAddress(context, request);
    if (id === null) {
      // Before the body is read: strangers could fill the memory with it.
      answer(response, stranger);
      return;
    }
    readAll(request, response, (fault?: unknown) => {
      if (fault !== undefined) {
        const isTooLarge = fault instanceof Error && 'status' in fault && fault.status === 413;
        context.metrics.callbacks.inc({ answer: isTooLarge ? 413 : 400, verdict: 'malformed' });
        next(fault);
        return;
      }
      receive(ground, id, request).then((received) => answer(response, received), next);
    });
  };
  const refuseUnreadable: RequestHandler = (request, response, next) => {
    if (isReadable(request.path)) next();
    else answer(response, { answer: 400, verdict: 'malformed' });
  };
  const refuse: RequestHandler = (_request, response) => answer(response, stranger);
  router.use('/hooks', refuseUnreadable);
  // A look at an address says nothing.
  router.route(path).head(refuse).get(take).post(take);
  router.use('/hooks', refuse);
  return router;
};
