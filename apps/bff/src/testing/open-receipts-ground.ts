import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../app-context.ts';
import { answerError } from '../http/answer-error.ts';
import { dispatch } from '../modules/messages/dispatch.ts';
import { applyReceipts } from '../modules/receipts/apply.ts';
import { callbackUrl } from '../modules/receipts/callback-url.ts';
import { receiptRouter } from '../modules/receipts/routes.ts';
import { manyCustomers } from './add-test-customers.ts';
import { countStatuses } from './campaign-counts.ts';
import type { TestCampaign } from './create-test-campaign.ts';
import { startFakeOperator, type FakeOperator, type OperatorCall } from './fake-operator.ts';
import { takeJobs } from './queued-jobs.ts';
import { createTestContext } from './test-context.ts';
import { walkScenario } from './walk-scenario.ts';

/** What tests of an operator's reports share: a server that takes them, and messages for them to be about. */
export interface ReceiptsGround {
  readonly context: AppContext;
  readonly operator: FakeOperator;
  readonly origin: string;
  /** The operator takes everything again. */
  acceptAll(): void;
  /** The last request that the operator got. */
  lastCall(): OperatorCall;
  /** A campaign whose messages wait to be sent. */
  enqueue(count?: number): Promise<TestCampaign>;
  /** A campaign whose messages were sent. */
  send(count?: number): Promise<TestCampaign>;
  /** A delivery report as Sinch writes it; the batch is the last one unless said. */
  report(change?: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  /** Where reports of an integration go. */
  addressOf(integrationId: string): string;
  post(integrationId: string, body: unknown, address?: string): Promise<Response>;
  apply(campaign: Pick<TestCampaign, 'integrationId'>): Promise<void>;
  /** How many messages there are of each status. */
  statuses(campaign: Pick<TestCampaign, 'projectId'>): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

/** How the operator says that it takes a request. */
export const acceptCall = ({ client_reference: reference }: OperatorCall) => ({
  status: 201,
  body: { id: `operator-${reference}`, client_reference: reference },
});

/** A fresh database, an operator and the way back from it. */
export const openReceiptsGround = async (): Promise<ReceiptsGround> => {
  const test = await createTestContext();
  const { context } = test;
  const operator = await startFakeOperator();
  const server = createServer(express().use(receiptRouter(context)).use(answerError(context.log)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server always has an address with a port.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const lastCall = (): OperatorCall => {
    const call = operator.calls.at(-1);
    if (!call) throw new Error('the operator was never called');
    return call;
  };
  const enqueue = async (count = 1): Promise<TestCampaign> => {
    const { campaign } = await walkScenario(context, {
      operatorUrl: operator.url,
      document: createDocument(),
      customers: manyCustomers(count),
    });
    return campaign;
  };
  const addressOf = (integrationId: string): string =>
    callbackUrl(context, integrationId).replace(context.publicUrl, origin);
  return {
    context,
    operator,
    origin,
    acceptAll: () => operator.answer((call) => acceptCall(call)),
    lastCall,
    enqueue,
    send: async (count = 1) => {
      const campaign = await enqueue(count);
      for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
      return campaign;
    },
    report: (change = {}) => {
      const call = lastCall();
      return {
        type: 'recipient_delivery_report_sms',
        batch_id: `operator-${call.client_reference}`,
        client_reference: call.client_reference,
        recipient: call.to[0]?.replace('+', ''),
        code: 0,
        status: 'Delivered',
        at: new Date().toISOString(),
        ...change,
      };
    },
    addressOf,
    post: (integrationId, body, address = addressOf(integrationId)) =>
      fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
      }),
    apply: async ({ integrationId }) => {
      await takeJobs(context, 'receipts');
      await applyReceipts(context, { integrationId });
    },
    statuses: (campaign) => countStatuses(context, campaign),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await operator.stop();
      await test.stop();
    },
  };
};
