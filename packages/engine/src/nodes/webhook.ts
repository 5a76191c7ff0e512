import { cutText } from '../cut-why.ts';
import type { NodeInput, NodeOutcome } from '../node-outcome.ts';
import { renderWebhookRequest } from './webhook-request.ts';

/** A Webhook asks for its request to be made, and parts customers by whether it was answered. */
export const executeWebhook = ({
  node,
  customer,
  facts,
  memory,
  answer,
}: NodeInput<'webhook'>): NodeOutcome => {
  if (answer?.kind === 'webhook') {
    const { isOk, body, said } = answer;
    const why = typeof said === 'string' ? cutText(said, 200) : said;
    return { kind: 'leave', output: isOk ? 'ok' : 'error', heard: body ?? null, why };
  }
  const rendered = renderWebhookRequest(node, { customer, facts, compile: memory.compile });
  if (rendered.ok) return { kind: 'ask', question: { kind: 'webhook', request: rendered.request } };
  // Nothing was answered, so what an earlier webhook said is not its answer.
  return { kind: 'leave', output: 'error', heard: null, why: cutText(rendered.message, 200) };
};
