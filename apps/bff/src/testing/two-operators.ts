import { createDocument } from '@curlew/testkit';
import { providers } from '@curlew/providers';
import type { ScenarioDocument } from '@curlew/scenario';
import type { AppContext } from '../app-context.ts';
import { readConfig } from '../config.ts';
import { changeIntegration, createIntegration } from '../modules/integrations/manage.ts';
import { walkEnrolments } from '../modules/walk/walk-job.ts';
import { startScenario } from '../modules/runs/start.ts';
import { manyCustomers } from './add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from './create-test-campaign.ts';
import { startFakeOperator, type FakeOperator } from './fake-operator.ts';
import { takeJobs } from './queued-jobs.ts';

/** A campaign by one operator that has another one as its fallback. */
export interface FallbackCampaign extends TestCampaign {
  readonly fallbackId: string;
}

/** Two operators, to be told apart by their calls, and the configuration of a server that may call them. */
export interface TwoOperators {
  readonly first: FakeOperator;
  readonly second: FakeOperator;
  readonly config: AppContext['config'];
  stop(): Promise<void>;
}

/** What a wrong token is answered with. */
export const refuseToken = () =>
  ({ status: 401, body: { code: 'unauthorized', text: 'Bad token' } }) as const;

export const startTwoOperators = async (): Promise<TwoOperators> => {
  const [first, second] = [await startFakeOperator(), await startFakeOperator()];
  const hosts = [first, second].map(({ url }) => new URL(url).host);
  return {
    first,
    second,
    config: readConfig([], { CURLEW_WEBHOOK_ALLOW: hosts.join(',') }),
    stop: async () => {
      await first.stop();
      await second.stop();
    },
  };
};

interface Operator {
  readonly name: string;
  readonly url: string;
  readonly ratePerSecond?: number;
  /** What it speaks. */
  readonly provider?: 'sinch' | 'cm';
}

const connectionTo = ({ url, provider = 'sinch' }: Operator) =>
  provider === 'cm'
    ? { provider, settings: { baseUrl: url }, secrets: { productToken: 'token-of-the-second' } }
    : {
        provider,
        settings: { baseUrl: url, servicePlanId: 'second' },
        secrets: { apiToken: 'token-of-the-second' },
      };

/** Adds an integration with an operator to a project, and returns its id. */
export const addOperator = async (
  context: AppContext,
  { projectId, userId }: Pick<TestCampaign, 'projectId' | 'userId'>,
  operator: Operator,
): Promise<string> => {
  const { name, ratePerSecond = 5_000 } = operator;
  const body = {
    ...connectionTo(operator),
    name,
    ratePerSecond,
    rateUnit: 'messages' as const,
    fallbackIntegrationId: null,
  };
  const { id } = await createIntegration(context, projectId, { body, userId });
  await context.database.pool.query(
    'UPDATE integration SET tokens = rate_per_second, tokens_at = now() WHERE id = $1',
    [id],
  );
  return id;
};

export const setFallback = async (
  context: AppContext,
  { projectId, userId }: Pick<TestCampaign, 'projectId' | 'userId'>,
  [integrationId, fallbackIntegrationId]: readonly [string, string | null],
): Promise<void> => {
  const body = { fallbackIntegrationId };
  await changeIntegration(context, { projectId, integrationId }, { body, userId });
};

interface Options {
  readonly customers?: number;
  readonly document?: ScenarioDocument;
  /** Of the fallback. */
  readonly ratePerSecond?: number;
}

/** A campaign that sends by the first operator, with the second one, “Backup”, as its fallback; nothing is started. */
export const createFallbackCampaign = async (
  context: AppContext,
  { first, second }: TwoOperators,
  { customers = 2, document = createDocument(), ratePerSecond }: Options = {},
): Promise<FallbackCampaign> => {
  const settings = providers.sinch.settingsSchema.parse({ baseUrl: first.url, servicePlanId: 'first' });
  const campaign = await createTestCampaign(context, {
    connection: { provider: 'sinch', settings, secrets: { apiToken: 'token-of-the-first' } },
    document,
    customers: manyCustomers(customers),
  });
  const backup = { name: 'Backup', url: second.url, ...(ratePerSecond ? { ratePerSecond } : {}) };
  const fallbackId = await addOperator(context, campaign, backup);
  await setFallback(context, campaign, [campaign.integrationId, fallbackId]);
  return { ...campaign, fallbackId };
};

/** Starts a campaign, and walks until its messages wait to be sent. */
export const enqueueAll = async (context: AppContext, { start }: TestCampaign): Promise<string> => {
  const { id } = await startScenario(context, start);
  for (const job of await takeJobs(context, 'walk')) await walkEnrolments(context, job);
  return id;
};
