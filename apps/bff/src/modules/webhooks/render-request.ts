import { renderWebhookRequest, type CustomerFacts, type MessageFacts } from '@curlew/engine';
import { describeNode, type SettingsIssue, type WebhookSettings } from '@curlew/scenario';
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
export const renderRequest = (
  settings: WebhookSettings,
  { node, customer, facts }: RenderFacts,
): RenderedRequest => {
  const fault = findSettingsFault(settings);
  if (fault) return fault;
  const rendered = renderWebhookRequest({ ...node, id: 'webhook', settings }, { customer, facts });
  if (!rendered.ok) return rendered;
  const { url, headers, body } = rendered.request;
  return URL.canParse(url)
    ? { ok: true, url: new URL(url), headers, body }
    : fail('address', 'url', `“${url.slice(0, 200)}” is not an address`);
};
