import { hasBody } from '@curlew/scenario';
import { createRender, type Rendered } from '../create-render.ts';
import type { NodeInput, NodeOutcome, WebhookRequest } from '../node-outcome.ts';

type Request = { readonly ok: true; readonly request: WebhookRequest } | Extract<Rendered, { ok: false }>;

const renderRequest = ({ node, customer, facts, compile }: NodeInput<'webhook'>): Request => {
  const { method, url, headers, body, timeoutSeconds } = node.settings;
  const render = createRender(node, customer, facts);
  const address = render(compile(url.trim()));
  if (!address.ok) return { ok: false, message: `The address cannot be rendered: ${address.message}` };
  const rendered: { name: string; value: string }[] = [];
  for (const { name, value } of headers) {
    const text = render(compile(value));
    if (!text.ok) return { ok: false, message: `The header ${name} cannot be rendered: ${text.message}` };
    rendered.push({ name: name.trim(), value: text.text.trim() });
  }
  const content = hasBody(method) ? render(compile(body)) : null;
  if (content && !content.ok)
    return { ok: false, message: `The body cannot be rendered: ${content.message}` };
  return {
    ok: true,
    request: {
      method,
      url: address.text.trim(),
      headers: rendered,
      body: content ? content.text : null,
      timeoutSeconds,
    },
  };
};

/** A Webhook asks for its request to be made, and parts customers by whether it was answered. */
export const executeWebhook = (input: NodeInput<'webhook'>): NodeOutcome => {
  const { answer } = input;
  if (answer?.kind === 'webhook')
    return { kind: 'leave', output: answer.isOk ? 'ok' : 'error', why: answer.said };
  const rendered = renderRequest(input);
  return rendered.ok
    ? { kind: 'ask', question: { kind: 'webhook', request: rendered.request } }
    : { kind: 'leave', output: 'error', why: rendered.message.slice(0, 200) };
};
