import { createServer, type IncomingHttpHeaders } from 'node:http';
import express from 'express';
import { createDocument } from '@curlew/testkit';
import type { ProviderConnection } from '@curlew/providers';
import type { AppContext } from '../app-context.ts';
import { readConfig } from '../config.ts';
import { answerError } from '../http/answer-error.ts';
import { dispatch } from '../modules/messages/dispatch.ts';
import { applyReceipts } from '../modules/receipts/apply.ts';
import { callbackUrl } from '../modules/receipts/callback-url.ts';
import { receiptRouter } from '../modules/receipts/routes.ts';
import { manyCustomers } from './add-test-customers.ts';
import { countStatuses } from './campaign-counts.ts';
import type { TestCampaign } from './create-test-campaign.ts';
import type { OperatorAnswer } from './fake-operator.ts';
import { takeJobs } from './queued-jobs.ts';
import { startHttpTarget, startTarget } from './start-target.ts';
import { createTestContext } from './test-context.ts';
import { walkScenario } from './walk-scenario.ts';

/** A request that the operator got, as it came. */
export interface RawCall {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What tests of any operator share: a server of its own that is called, and ours that takes its reports. */
export interface OperatorGround {
  readonly context: AppContext;
  readonly operatorUrl: string;
  readonly calls: readonly RawCall[];
  answer(decide: (call: RawCall) => OperatorAnswer): void;
  /** A campaign through an integration of this kind, whose messages wait to be sent. */
  enqueue(connection: ProviderConnection, count?: number): Promise<TestCampaign>;
  dispatchAll(): Promise<void>;
  /** Where reports of an integration go. */
  addressOf(integrationId: string): string;
  apply(campaign: Pick<TestCampaign, 'integrationId'>): Promise<void>;
  /** How many messages there are of each status. */
  statuses(campaign: Pick<TestCampaign, 'projectId'>): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

export const openOperatorGround = async (): Promise<OperatorGround> => {
  const calls: RawCall[] = [];
  let decide: (call: RawCall) => OperatorAnswer = () => ({ status: 500 });
  const operator = await startHttpTarget((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const call = { path: `${request.method} ${request.url}`, headers: request.headers, body };
      calls.push(call);
      const answer = decide(call);
      if (answer === 'silence') return;
      if (answer === 'break') response.destroy();
      else response.writeHead(answer.status, answer.headers).end(JSON.stringify(answer.body ?? {}));
    });
  });
  const config = readConfig([], { CURLEW_WEBHOOK_ALLOW: operator.host });
  const test = await createTestContext({ config });
  const { context } = test;
  const app = express().use(receiptRouter(context)).use(answerError(context.log));
  const server = await startTarget(createServer(app));
  return {
    context,
    operatorUrl: `http://${operator.host}`,
    calls,
    answer: (next) => {
      decide = next;
    },
    enqueue: async (connection, count = 1) => {
      const options = { connection, document: createDocument(), customers: manyCustomers(count) };
      return (await walkScenario(context, options)).campaign;
    },
    dispatchAll: async () => {
      for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
    },
    addressOf: (integrationId) =>
      callbackUrl(context, integrationId).replace(context.publicUrl, `http://${server.host}`),
    apply: async ({ integrationId }) => {
      await takeJobs(context, 'receipts');
      await applyReceipts(context, { integrationId });
    },
    statuses: (campaign) => countStatuses(context, campaign),
    stop: async () => {
      await server.stop();
      await operator.stop();
      await test.stop();
    },
  };
};
