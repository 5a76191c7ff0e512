import { endpoints, type Scenario } from '@curlew/contract';
import type { APIRequestContext, Page } from '@playwright/test';
import { callApi } from './call-api.ts';

/** Project and scenario of the page that is open. */
export const scenarioIdsOf = (page: Page): { projectId: string; scenarioId: string } => {
  const [, projectId, scenarioId] = /projects\/([\w-]+)\/scenarios\/([\w-]+)/.exec(page.url()) ?? [];
  if (!projectId || !scenarioId) throw new Error(`${page.url()} is not the page of a scenario`);
  return { projectId, scenarioId };
};

/** What the server has saved of the scenario whose page is open. */
export const readScenario = (page: Page, request: APIRequestContext): Promise<Scenario> =>
  callApi(request, endpoints.getScenario, { params: scenarioIdsOf(page) });
