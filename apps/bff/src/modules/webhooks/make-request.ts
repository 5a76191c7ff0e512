import type { Answer, WebhookRequest } from '@curlew/engine';
import { callServer, findAddressFault } from '../../http/outbound/call-server.ts';
import type { OutboundRules } from '../../http/outbound/outbound-rules.ts';
import { overTheWire, withOwnHeaders } from './own-headers.ts';
import { readAnswer } from './read-answer.ts';

export type WebhookAnswer = Extract<Answer, { kind: 'webhook' }>;

/** Bytes of an answer; a longer one is none, as half of it would mean something else. */
const longestAnswer = 256 * 1_024;
const longestWords = 200;

const refuse = (said: string): WebhookAnswer => ({
  kind: 'webhook',
  isOk: false,
  said: said.slice(0, longestWords),
});

/** Nobody writes by hand what is nested deeper, and neither we nor the database can write everything that can be read. */
const deepest = 100;

const isDeeper = (value: unknown, levels: number): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
};

const readBody = (text: string): unknown => {
  try {
    const body: unknown = JSON.parse(text);
    return isDeeper(body, deepest) ? text : body;
  } catch {
    // A SyntaxError: it is a text.
    return text;
  }
};

/** Makes the request of a Webhook node and says what came of it. Whatever goes wrong is an answer, too. */
export const makeRequest = async (request: WebhookRequest, rules: OutboundRules): Promise<WebhookAnswer> => {
  if (!URL.canParse(request.url)) return refuse(`“${request.url}” is not an address`);
  const url = new URL(request.url);
  const fault = findAddressFault(url);
  if (fault) return refuse(fault.message);
  const answer = await callServer(
    {
      method: request.method,
      url,
      headers: withOwnHeaders(request.headers).map(overTheWire),
      body: request.body,
      timeoutMs: request.timeoutSeconds * 1_000,
      longestAnswer,
    },
    rules,
  );
  if (!answer.ok) return refuse(answer.message);
  if (answer.isTruncated) return refuse('The answer is longer than 256 KB');
  const body = readBody(readAnswer(answer).body);
  const isOk = answer.status >= 200 && answer.status < 300;
  return { kind: 'webhook', isOk, said: answer.status, body };
};
