import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ColumnMapping, ColumnTarget } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { whileLocked } from '../../database/while-locked.ts';
import { hasEvents } from '../customers/service.ts';
import { importNow } from '../imports/service.ts';
import { addBuiltInCarrier, listIntegrations } from '../integrations/service.ts';
import { changePrices, listPrices } from '../prices/service.ts';
import { createProject } from '../projects/service.ts';
import { listScenarios } from '../scenarios/list.ts';
import { createScenario } from '../scenarios/service.ts';
import { loadEvents } from './load-events.ts';
import { samplePrices } from './sample-prices.ts';
import { sampleScenario } from './sample-scenario.ts';
import { isProject, readFirstUser } from './store.ts';

const folder = join(import.meta.dirname, '../../../../../demo');

// Fixed ids tell a start after an interruption what is already there.
const projectId = '019aa3f0-0000-7000-8000-000000000001';
const importId = '019aa3f0-0000-7000-8000-000000000002';
const categories = {
  general: '019aa3f0-0000-7000-8000-000000000003',
  marketing: '019aa3f0-0000-7000-8000-000000000004',
  newsletter: '019aa3f0-0000-7000-8000-000000000005',
};
const scenarioName = 'Autumn sale';

/** Where the suggestion leaves room, as demo/README.md describes the columns. */
const columns: ReadonlyMap<string, ColumnTarget> = new Map<string, ColumnTarget>([
  ['tags', { to: 'attribute', name: 'tags', type: 'list' }],
  ['consent_marketing', { to: 'consent', categoryId: categories.marketing }],
  ['consent_newsletter', { to: 'consent', categoryId: categories.newsletter }],
]);

const adjust = (suggested: readonly ColumnMapping[]): ColumnMapping[] =>
  suggested.map(({ column, target }) => ({ column, target: columns.get(column) ?? target }));

const addProject = async (context: AppContext, userId: string): Promise<void> => {
  if (await isProject(context.database, projectId)) return;
  await createProject(context, {
    id: projectId,
    name: 'Heron & Reed',
    timeZone: 'Europe/London',
    defaultCountry: null,
    owner: { userId, role: 'owner' },
    consentCategories: [
      { id: categories.general, name: 'General', kind: 'general' },
      { id: categories.marketing, name: 'Marketing', kind: 'consent' },
      { id: categories.newsletter, name: 'Newsletter', kind: 'consent' },
    ],
  });
};

const addCarrier = async (context: AppContext): Promise<void> => {
  const { carrier } = context.config;
  if (!carrier || (await listIntegrations(context, projectId)).length > 0) return;
  await addBuiltInCarrier(context, projectId, carrier);
};

const addPrices = async (context: AppContext, userId: string): Promise<void> => {
  const [integration] = await listIntegrations(context, projectId);
  if (!integration) return;
  const list = { projectId, integrationId: integration.id };
  if ((await listPrices(context, list)).length > 0) return;
  await changePrices(context, list, { remove: [], set: samplePrices, userId });
};

const addScenario = async (context: AppContext, by: { userId: string; name: string }): Promise<void> => {
  const { items } = await listScenarios(context, projectId, { search: scenarioName, limit: 1 });
  if (items.length > 0) return;
  await createScenario(context, projectId, {
    name: scenarioName,
    document: sampleScenario(categories.marketing),
    by,
  });
};

/**
 * Makes the project "Heron & Reed" with its customers, events and a scenario. Each step looks whether it is done, the
 * import goes on after its last batch, and the events come last and all at once: where they are, nothing is left to do.
 */
export const loadDemoProject = async (context: AppContext): Promise<void> => {
  const { database } = context;
  const isLoaded = () => hasEvents(database.pool, projectId, 'purchase');
  if (await isLoaded()) return;
  await whileLocked(database, 'demo', async () => {
    const owner = await readFirstUser(database);
    if (!owner || (await isLoaded())) return;
    await addProject(context, owner.userId);
    await addCarrier(context);
    await addPrices(context, owner.userId);
    await addScenario(context, owner);
    await importNow(context, projectId, {
      id: importId,
      fileName: 'customers.csv',
      content: await readFile(join(folder, 'customers.csv')),
      userId: owner.userId,
      adjust,
    });
    await loadEvents(context, projectId, await readFile(join(folder, 'events.csv')));
  });
};
