import type { ProviderConnection } from '@curlew/providers';
import type { ScenarioDocument } from '@curlew/scenario';
import type { AppContext } from '../app-context.ts';
import { addBuiltInCarrier, addIntegration, listIntegrations } from '../modules/integrations/service.ts';
import { createScenario } from '../modules/scenarios/service.ts';
import { createTestProject, type TestProject } from './create-test-project.ts';
import { addTestCustomers, type TestCustomer } from './add-test-customers.ts';

export interface TestCampaign extends TestProject {
  readonly scenarioId: string;
  readonly integrationId: string;
  /** In the order they were given. */
  readonly customerIds: readonly string[];
  /** What a start is asked with. */
  readonly start: {
    readonly projectId: string;
    readonly scenarioId: string;
    readonly revision: number;
    readonly by: { readonly userId: string; readonly name: string };
  };
}

/** The token that the operator of a test campaign is called with. */
export const testOperatorToken = 'operator-token-that-stays-inside';

/** A project with an operator, customers and a scenario that is ready to start. */
export const createTestCampaign = async (
  context: AppContext,
  {
    operatorUrl = 'http://127.0.0.1:9',
    connection,
    customers = [],
    document,
    ratePerSecond = 5_000,
  }: {
    operatorUrl?: string;
    /** To another operator than the carrier at `operatorUrl`. */
    connection?: ProviderConnection;
    customers?: readonly TestCustomer[];
    document: ScenarioDocument | ((project: TestProject) => ScenarioDocument);
    ratePerSecond?: number;
  },
): Promise<TestCampaign> => {
  const project = await createTestProject(context);
  const { projectId, userId } = project;
  if (connection) {
    const draft = { projectId, name: 'Another operator', isDefault: true, ratePerSecond };
    await addIntegration(context, draft, connection);
  } else await addBuiltInCarrier(context, projectId, { url: operatorUrl, token: testOperatorToken });
  const [integration] = await listIntegrations(context, projectId);
  if (!integration) throw new Error('the test project has no integration');
  await context.database.pool.query(
    'UPDATE integration SET rate_per_second = $2::int, tokens = $2::int, tokens_at = now() WHERE id = $1',
    [integration.id, ratePerSecond],
  );
  const customerIds = await addTestCustomers(context, projectId, customers);
  const by = { userId, name: 'Tester' };
  const scenario = await createScenario(context, projectId, {
    name: 'Sale',
    document: typeof document === 'function' ? document(project) : document,
    by,
  });
  const start = { projectId, scenarioId: scenario.id, revision: scenario.revision, by };
  return { ...project, scenarioId: scenario.id, integrationId: integration.id, customerIds, start };
};
