import type { BodyOf, endpoints, WebhookTry } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { callServer, findAddressFault } from '../../http/outbound/call-server.ts';
import type { OutboundRules } from '../../http/outbound/outbound-rules.ts';
import { audit, countAudited } from '../audit/service.ts';
import { loadCustomerFacts } from '../customers/service.ts';
import { loadMessageFacts } from '../runs/message-facts.ts';
import { findScenario } from '../scenarios/service.ts';
import { overTheWire, withOwnHeaders } from './own-headers.ts';
import { readAnswer } from './read-answer.ts';
import { renderRequest, type RenderFacts } from './render-request.ts';
import { lockTries } from './store.ts';

const triesPerMinute = 30;
const longestAnswer = 64 * 1_024;

type Try = BodyOf<typeof endpoints.tryWebhook> & { readonly projectId: string; readonly userId: string };

const loadFacts = async (
  context: AppContext,
  { projectId, customerId, place }: Try,
): Promise<RenderFacts> => {
  const { pool } = context.database;
  const customer = (await loadCustomerFacts(pool, projectId, [customerId])).get(customerId);
  if (!customer) throw notFound('customer');
  const scenario = place && (await findScenario(pool, { projectId, scenarioId: place.scenarioId }));
  if (place && !scenario) throw notFound('scenario');
  return {
    node: { number: place?.nodeNumber ?? 1, name: place?.nodeName ?? 'Webhook' },
    customer,
    facts: await loadMessageFacts(context, projectId, {
      id: scenario?.id ?? '',
      name: scenario?.name ?? 'Scenario',
    }),
  };
};

/** The log is what tries are counted by: it is the same for all servers. */
const admit = ({ database, now }: AppContext, { projectId, userId, customerId, settings }: Try, url: URL) =>
  database.transaction(async (connection) => {
    const action = 'webhook.tried';
    await lockTries(connection, projectId);
    const since = new Date(now().getTime() - 60_000);
    if ((await countAudited(connection, { projectId, action, since })) >= triesPerMinute) {
      throw new ApiFailure(
        'too_many_requests',
        `Webhooks are tried at most ${triesPerMinute} times a minute: wait a moment, then try again.`,
      );
    }
    // Of the address only the server: the rest of it may be a secret, or about the customer.
    const detail = { method: settings.method, server: url.origin };
    await audit(connection, { projectId, userId, action, subjectId: customerId, detail });
  });

/** Sends the request of a webhook for one customer, as its node would, and gives back the answer. */
export const tryWebhook = async (
  context: AppContext,
  rules: OutboundRules,
  asked: Try,
): Promise<WebhookTry> => {
  const { method, timeoutSeconds } = asked.settings;
  const rendered = renderRequest(asked.settings, await loadFacts(context, asked));
  if (!rendered.ok) return rendered;
  const { url, body } = rendered;
  const fault = findAddressFault(url);
  if (fault) return { ...fault, field: 'url' };
  await admit(context, asked, url);
  const headers = withOwnHeaders(rendered.headers);
  const answer = await callServer(
    {
      method,
      url,
      headers: headers.map(overTheWire),
      body,
      timeoutMs: timeoutSeconds * 1_000,
      longestAnswer,
    },
    rules,
  );
  if (!answer.ok) return { ...answer, field: answer.reason === 'timeout' ? null : 'url' };
  return { ok: true, request: { method, url: url.href, headers, body }, response: readAnswer(answer) };
};
