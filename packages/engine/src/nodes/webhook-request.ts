import { compileTemplate, type CompileResult } from '@curlew/jinja';
import { hasBody, type NodeOf } from '@curlew/scenario';
import { createRender, type Rendered } from '../create-render.ts';
import type { CustomerFacts, MessageFacts } from '../facts.ts';
import { keepableText } from '../keepable-text.ts';
import type { WebhookRequest } from '../node-outcome.ts';

/** The request of a Webhook for one customer, or which field keeps it from being made, and why. */
export type RenderedWebhook =
  | { readonly ok: true; readonly request: WebhookRequest }
  | {
      readonly ok: false;
      readonly reason: 'template' | 'address' | 'header' | 'too_long';
      /** Its path in the settings: `headers.0.value`. */
      readonly field: string;
      readonly message: string;
    };

type Fault = Extract<RenderedWebhook, { ok: false }>;
type Headers = WebhookRequest['headers'];

/** Characters; servers take no longer ones. */
const longestUrl = 8_000;
const longestHeaders = 8_000;

const fault = (reason: Fault['reason'], field: string, message: string): Fault => ({
  ok: false,
  reason,
  field,
  message,
});

const findAddressFault = (url: string): Fault | null => {
  if (url === '') return fault('address', 'url', 'The address is empty for this customer');
  if (url.length > longestUrl)
    return fault(
      'too_long',
      'url',
      `The address has ${url.length} characters, at most ${longestUrl} are sent`,
    );
  // A URL leaves line breaks and tabs out without a word, so that a value would change where the address leads.
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  return /[\0-\x1f\x7f]/.test(url)
    ? fault('address', 'url', 'The address has a line break or another control character in it')
    : null;
};

const renderHeaders = (
  headers: Headers,
  render: (source: string) => Rendered,
): { readonly ok: true; readonly headers: Headers } | Fault => {
  const rendered: { name: string; value: string }[] = [];
  let length = 0;
  for (const [index, { name: typed, value }] of headers.entries()) {
    const [name, field] = [typed.trim(), `headers.${index}.value`];
    const result = render(value);
    if (!result.ok)
      return fault('template', field, `The header “${name}” cannot be rendered: ${result.message}`);
    const text = result.text.trim();
    // With a line break a value could add headers, or end them.
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    if (/[\0-\x08\x0a-\x1f\x7f]/.test(text)) {
      const message = `The header “${name}” has a line break or another control character in it for this customer`;
      return fault('header', field, message);
    }
    length += name.length + text.length;
    if (length > longestHeaders)
      return fault('too_long', field, `The headers have more than ${longestHeaders} characters together`);
    rendered.push({ name, value: text });
  }
  return { ok: true, headers: rendered };
};

const withContentType = (headers: Headers): Headers =>
  headers.some(({ name }) => name.toLowerCase() === 'content-type')
    ? headers
    : [...headers, { name: 'Content-Type', value: 'application/json' }];

/** Renders address, headers and body of a Webhook for a customer; where the request may go is for its sender to see to. */
export const renderWebhookRequest = (
  node: Pick<NodeOf<'webhook'>, 'id' | 'number' | 'name' | 'settings'>,
  {
    customer,
    facts,
    compile = compileTemplate,
  }: {
    readonly customer: CustomerFacts;
    readonly facts: MessageFacts;
    readonly compile?: (source: string) => CompileResult;
  },
): RenderedWebhook => {
  const { method, timeoutSeconds, ...templates } = node.settings;
  const renderCompiled = createRender(node, customer, facts);
  const render = (source: string): Rendered => renderCompiled(compile(source));
  const address = render(templates.url);
  if (!address.ok) return fault('template', 'url', `The address cannot be rendered: ${address.message}`);
  const url = address.text.trim().toWellFormed();
  const addressFault = findAddressFault(url);
  if (addressFault) return addressFault;
  const rendered = renderHeaders(templates.headers, render);
  if (!rendered.ok) return rendered;
  const { headers } = rendered;
  if (!hasBody(method)) return { ok: true, request: { method, url, headers, body: null, timeoutSeconds } };
  const body = render(templates.body);
  if (!body.ok) return fault('template', 'body', `The body cannot be rendered: ${body.message}`);
  return {
    ok: true,
    request: {
      method,
      url,
      headers: withContentType(headers),
      body: keepableText(body.text),
      timeoutSeconds,
    },
  };
};
