import { expect, it } from 'vitest';
import { storableJson } from '../../database/storable-text.ts';
import { startHttpTarget } from '../../testing/start-target.ts';
import { makeRequest, type WebhookAnswer } from './make-request.ts';

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

const askFor = async (answer: string): Promise<WebhookAnswer> => {
  const target = await startHttpTarget((_request, response) => response.end(answer));
  const { host } = target;
  const request = {
    method: 'GET' as const,
    url: `http://${host}/`,
    headers: [],
    body: null,
    timeoutSeconds: 5,
  };
  const rules = { allowed: new Set([host]), resolve: () => Promise.reject(new Error('looked up')) };
  const heard = await makeRequest(request, rules);
  await target.stop();
  return heard;
};

it.each<[string, string, unknown]>([
  ['JSON', '{"a":[1]}', { a: [1] }],
  ['JSON of 100 levels', nested(100), JSON.parse(nested(100))],
  ['JSON that is nested deeper', nested(101), nested(101)],
  ['JSON that is nested without end', nested(100_000), nested(100_000)],
  ['no JSON', '{"a":', '{"a":'],
])('an answer that is %s can be kept', async (_, answer, body) => {
  const heard = await askFor(answer);
  expect(heard).toEqual({ kind: 'webhook', isOk: true, said: 200, body });
  expect(JSON.parse(storableJson(heard.body))).toEqual(body);
});
