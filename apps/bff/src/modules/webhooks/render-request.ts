import { compileTemplate, renderTemplate } from '@curlew/jinja';
import { createRenderContext, type CustomerFacts, type MessageFacts } from '@curlew/engine';
import { describeNode, hasBody, type SettingsIssue, type WebhookSettings } from '@curlew/scenario';
import type { WebhookTry } from '@curlew/contract';
import type { Header } from '../../http/outbound/call-server.ts';

/** The request of a webhook for one customer, or what keeps it from being sent. */
export type RenderedRequest =
  | {
      readonly ok: true;
      readonly url: URL;
      readonly headers: readonly Header[];
      readonly body: string | null;
    }
  | Extract<WebhookTry, { ok: false }>;

type Failure = Extract<RenderedRequest, { ok: false }>;
type Reason = Failure['reason'];

/** Characters; servers take no longer ones. */
const longestUrl = 8_000;
const longestHeaders = 8_000;

const fail = (reason: Reason, field: string, message: string): Failure => ({
  ok: false,
  reason,
  field,
  message,
});

/** Whose request it is: the node that asks, the customer, and what messages may speak of. */
export interface RenderFacts {
  readonly node: { readonly number: number; readonly name: string };
  readonly customer: CustomerFacts;
  readonly facts: MessageFacts;
}

type Render = (source: string, field: string) => { readonly ok: true; readonly text: string } | Failure;

const createRender = ({ node, customer, facts }: RenderFacts): Render => {
  const context = createRenderContext(node, customer, facts);
  const clock = { now: facts.now, timeZone: facts.project.timeZone ?? 'UTC' };
  return (source, field) => {
    const compiled = compileTemplate(source);
    const [fault] = compiled.ok ? [] : compiled.errors;
    const rendered = compiled.ok ? renderTemplate(compiled.template, context, clock) : null;
    const error = rendered?.ok === false ? rendered.error : fault;
    if (error) return fail('template', field, `line ${error.line}, column ${error.column}: ${error.message}`);
    return { ok: true, text: rendered?.ok === true ? rendered.text.toWellFormed() : '' };
  };
};

/** The address of a rendered request, or why it is none. */
export const readUrl = (rendered: string): URL | Failure => {
  const text = rendered.trim();
  if (text === '') return fail('address', 'url', 'The address is empty for this customer');
  if (text.length > longestUrl) {
    return fail(
      'too_long',
      'url',
      `The address has ${text.length} characters, at most ${longestUrl} are sent`,
    );
  }
  // A URL leaves line breaks and tabs out without a word, so that a value would change where the address leads.
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  if (/[\0-\x1f\x7f]/.test(text))
    return fail('address', 'url', 'The address has a line break or another control character in it');
  return URL.canParse(text)
    ? new URL(text)
    : fail('address', 'url', `“${text.slice(0, 200)}” is not an address`);
};

export const isFailure = (value: object): value is Failure => 'ok' in value && value.ok === false;

/** Rendered headers as they are sent, or which of them cannot be. */
export const checkHeaders = (headers: readonly Header[]): Header[] | Failure => {
  let length = 0;
  for (const [index, { name, value }] of headers.entries()) {
    const field = `headers.${index}.value`;
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    if (/[\0-\x08\x0a-\x1f\x7f]/.test(value)) {
      const message = `The header “${name}” has a line break or another control character in it for this customer`;
      return fail('header', field, message);
    }
    length += name.length + value.length;
    if (length > longestHeaders)
      return fail('too_long', field, `The headers have more than ${longestHeaders} characters together`);
  }
  return [...headers];
};

/** Headers together with the type of a body that nobody named. */
export const withContentType = (headers: readonly Header[], body: string | null): Header[] =>
  body === null || headers.some(({ name }) => name.toLowerCase() === 'content-type')
    ? [...headers]
    : [...headers, { name: 'Content-Type', value: 'application/json' }];

const renderHeaders = ({ headers }: WebhookSettings, render: Render): Header[] | Failure => {
  const rendered: Header[] = [];
  for (const [index, { name, value }] of headers.entries()) {
    const result = render(value, `headers.${index}.value`);
    if (!result.ok) return result;
    rendered.push({ name, value: result.text.trim() });
  }
  return checkHeaders(rendered);
};

const reasonOf = ({ code }: SettingsIssue): Reason => {
  if (code.startsWith('url_')) return 'address';
  return code.startsWith('header_') ? 'header' : 'template';
};

const findSettingsFault = (settings: WebhookSettings): Failure | null => {
  const position = { x: 0, y: 0 };
  const { issues } = describeNode({ id: 'n', number: 1, name: '', kind: 'webhook', position, settings });
  const issue = issues.find(({ severity }) => severity === 'error');
  return issue ? fail(reasonOf(issue), issue.field ?? 'url', issue.message) : null;
};

/** Renders address, headers and body of a webhook for a customer, by the templates and variables that messages have. */
export const renderRequest = (settings: WebhookSettings, of: RenderFacts): RenderedRequest => {
  const fault = findSettingsFault(settings);
  if (fault) return fault;
  const render = createRender(of);
  const address = render(settings.url, 'url');
  if (!address.ok) return address;
  const url = readUrl(address.text);
  if (isFailure(url)) return url;
  const headers = renderHeaders(settings, render);
  if (isFailure(headers)) return headers;
  if (!hasBody(settings.method)) return { ok: true, url, headers, body: null };
  const body = render(settings.body, 'body');
  if (!body.ok) return body;
  return { ok: true, url, headers: withContentType(headers, body.text), body: body.text };
};
