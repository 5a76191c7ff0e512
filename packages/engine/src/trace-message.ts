import { compileTemplate, traceTemplate } from '@curlew/jinja';
import { createRender, renderOptionsOf } from './create-render.ts';
import type { CustomerFacts, MessageFacts } from './facts.ts';
import { createMessageToken } from './identity-token.ts';
import type { PreparedMessage } from './prepared-message.ts';
import { createRenderContext } from './render-context.ts';
import type { LinkSpan } from './links/find-links.ts';
import { placeInShortened } from './links/shorten-links.ts';
import { type RenderedMessage, renderMessage } from './render-message.ts';

interface TracedVariable {
  /** `customer.first_name` */
  readonly name: string;
  /** As a message prints it, objects and lists as JSON; null: it is missing. */
  readonly value: string | null;
}

/** What one expression of a message gave for one customer. */
export interface TracedValue {
  /** As it is written, without its braces. */
  readonly expression: string;
  readonly value: string;
  /** Where in the message it stands, the whole short link where it is part of one; null where that is not known. */
  readonly text: { readonly start: number; readonly end: number } | null;
  readonly variables: readonly TracedVariable[];
}

const longestValue = 500;

const cut = (text: string): string =>
  text.length <= longestValue ? text : `${text.slice(0, longestValue).replace(/[\ud800-\udbff]$/, '')}…`;

// A template of its own for each variable, so that it shows what a message would: dates, decimals and missing values.
const questionFor = ([name = '', ...keys]: readonly string[]): string => {
  const value = [name, ...keys.map((key) => `[${JSON.stringify(key)}]`)].join('');
  const isData = 'v is mapping or (v is sequence and v is not string)';
  return `{% set v = ${value} %}{% if v is defined %}={{ v|tojson if ${isData} else v }}{% endif %}`;
};

/** Where a stretch of what was rendered stands in what is sent; null where more was changed than its links. */
const findPlaces = (
  rendered: string,
  { body, links }: RenderedMessage,
  { shortener }: MessageFacts,
): ((span: LinkSpan) => LinkSpan) | null => {
  if (!body.ok) return null;
  const sent = body.text.normalize('NFC');
  if (sent === rendered) return (span) => span;
  if (!shortener || links.length === 0) return null;
  const placeOf = placeInShortened(rendered, shortener.base);
  const isAllKnown = placeOf({ start: 0, end: rendered.length }).end === sent.length;
  return isAllKnown && rendered.normalize('NFC') === rendered ? placeOf : null;
};

/** Which expression of a message gave what for a customer, and from which variables; none for a broken template. */
export const traceMessage = (
  prepared: PreparedMessage,
  customer: CustomerFacts,
  facts: MessageFacts,
): TracedValue[] => {
  const { node } = prepared;
  const { message } = prepared.versionFor(customer.attributes['language']);
  if (!message.ok) return [];
  const { template } = message;
  const token = createMessageToken(node, facts);
  const context = createRenderContext(node, customer, { ...facts, token });
  const { result, outputs } = traceTemplate(template, context, renderOptionsOf(node, customer, facts));
  if (!result.ok) return [];
  const placeOf = findPlaces(result.text, renderMessage(prepared, customer, facts), facts);
  const render = createRender(node, customer, { ...facts, token });
  const known = new Map<string, TracedVariable>();
  const readVariable = (path: readonly string[]): TracedVariable => {
    const name = path.join('.');
    const rendered = known.has(name) ? null : render(compileTemplate(questionFor(path)));
    const value = rendered?.ok && rendered.text.startsWith('=') ? cut(rendered.text.slice(1)) : null;
    const variable = known.get(name) ?? { name, value };
    known.set(name, variable);
    return variable;
  };
  return outputs.map(({ source, text, variables }) => ({
    expression: template.source
      .slice(source.start, source.end)
      .replace(/^\{[{%][-+]?\s*/, '')
      .replace(/\s*[-+]?[}%]\}$/, ''),
    value: cut(result.text.slice(text.start, text.end)),
    text: placeOf?.(text) ?? null,
    variables: [...new Set(variables.map(({ path }) => readVariable(path)))],
  }));
};
