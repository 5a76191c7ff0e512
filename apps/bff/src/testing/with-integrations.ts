import { afterAll, beforeAll } from 'vitest';
import type { BodyOf, endpoints } from '@curlew/contract';
import type { AppContext } from '../app-context.ts';
import { readConfig } from '../config.ts';
import {
  changeIntegration,
  createIntegration,
  listManagedIntegrations,
} from '../modules/integrations/manage.ts';
import { newId } from '../new-id.ts';
import { createTestProject } from './create-test-project.ts';
import { readSecrets } from './read-secrets.ts';
import { createTestContext, type TestContext } from './test-context.ts';

/** What an integration is added with. */
export type NewIntegration = BodyOf<typeof endpoints.createIntegration>;
/** What an integration is changed with. */
export type IntegrationChange = BodyOf<typeof endpoints.changeIntegration>;

/** The token of the integrations with Sinch. */
export const apiToken = 'the-token-that-stays-inside';

export const sinchIntegration = (name: string): NewIntegration => ({
  provider: 'sinch',
  name,
  ratePerSecond: 30,
  rateUnit: 'messages',
  fallbackIntegrationId: null,
  settings: { region: 'eu', servicePlanId: 'plan1' },
  secrets: { apiToken },
});

/** The hooks of a file whose tests manage integrations, on a server with a built-in carrier, and what they do and ask. */
export const withIntegrations = (tell: (context: AppContext) => void = () => undefined) => {
  const userId = newId();
  let test: TestContext;
  let context: AppContext;
  beforeAll(async () => {
    test = await createTestContext();
    const carrier = { CURLEW_CARRIER_URL: 'http://127.0.0.1:9', CURLEW_CARRIER_TOKEN: 'carrier-token' };
    context = { ...test.context, config: readConfig([], carrier) };
    tell(context);
  });
  afterAll(() => test.stop());
  return {
    newProject: async () => (await createTestProject(context)).projectId,
    add: (projectId: string, body: NewIntegration) => createIntegration(context, projectId, { body, userId }),
    change: (projectId: string, integrationId: string, body: IntegrationChange) =>
      changeIntegration(context, { projectId, integrationId }, { body, userId }),
    list: (projectId: string, mayChange = true) => listManagedIntegrations(context, projectId, { mayChange }),
    readLog: async (integrationId: string) => {
      const { rows } = await context.database.pool.query<{ action: string; detail: unknown }>(
        'SELECT action, detail FROM audit_entry WHERE subject_id = $1 ORDER BY id',
        [integrationId],
      );
      return rows;
    },
    secretsOf: (integrationId: string) => readSecrets(context, integrationId),
  };
};
