import { afterAll, beforeAll, expect, it } from 'vitest';
import { priceAt } from '@curlew/engine';
import { findIssues } from '@curlew/scenario';
import { countSms } from '@curlew/sms';
import { compileTemplate, renderTemplate } from '@curlew/jinja';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { describeProject } from '../projects/service.ts';
import { loadCustomerFactsPage } from '../customers/service.ts';
import { listScenarios } from '../scenarios/list.ts';
import { describeScenario } from '../scenarios/service.ts';
import { readPrices } from '../prices/service.ts';
import { loadDemoProject } from './service.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  context = {
    ...test.context,
    config: { ...test.context.config, carrier: { url: 'http://127.0.0.1:9', token: 't' } },
  };
});
afterAll(() => test.stop());

const count = async (
  table: 'project' | 'customer' | 'customer_event' | 'scenario' | 'integration' | 'consent',
) => {
  const { rows } = await test.context.database.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${table}`,
  );
  return rows[0]?.count;
};

const projectId = async () => {
  const { rows } = await test.context.database.pool.query<{ id: string }>('SELECT id FROM project');
  return rows[0]?.id ?? '';
};

/** A world that ends after so many transactions. */
const endingAfter = (transactions: number): AppContext => {
  let left = transactions;
  const { database } = context;
  return {
    ...context,
    database: {
      ...database,
      transaction: (work) => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error('the power is gone')) : database.transaction(work);
      },
    },
  };
};

it('waits for someone to own it', async () => {
  await loadDemoProject(context);
  expect(await count('project')).toBe(0);
});

it('is loaded once, however often its loading is cut off', async () => {
  const { prisma } = context.database;
  await prisma.user.create({ data: { id: newId(), name: 'Owner', email: 'owner@example.com' } });
  // Before the prices, before the scenario, before the import, after its first batch, before its second, before the events.
  for (const transactions of [0, 1, 1, 3, 1, 3]) {
    await expect(loadDemoProject(endingAfter(transactions))).rejects.toThrow('the power is gone');
  }
  await loadDemoProject(context);
  const all = async () => [
    await count('project'),
    await count('integration'),
    await count('scenario'),
    await count('customer'),
    await count('consent'),
    await count('customer_event'),
  ];
  // Every consent that was given or refused has one event, beside those of the file.
  const consents = (await count('consent')) ?? 0;
  expect(consents).toBeGreaterThan(2_000);
  expect(await all()).toEqual([1, 1, 1, 2_000, consents, consents + 6_183]);
  await Promise.all([loadDemoProject(context), loadDemoProject(context)]);
  expect(await all()).toEqual([1, 1, 1, 2_000, consents, consents + 6_183]);
});

it('has customers as its README describes them', async () => {
  const project = await describeProject(context, await projectId(), 'owner');
  expect(project).toMatchObject({ name: 'Heron & Reed', timeZone: 'Europe/London', customerCount: 2_000 });
  const facts = await loadCustomerFactsPage(context.database.pool, project.id, { after: null, limit: 5_000 });
  expect(facts.filter(({ phone }) => phone.raw === null)).toHaveLength(40);
  // 20 are no numbers at all, 12 are national ones without a country.
  expect(facts.filter(({ phone }) => phone.raw !== null && phone.e164 === null)).toHaveLength(32);
  expect(facts.filter(({ phone }) => phone.isUs).length).toBeGreaterThanOrEqual(5);
  expect(facts.filter(({ attributes }) => Array.isArray(attributes['tags'])).length).toBeGreaterThan(100);
});

it('has a price list of its carrier, in force and to come', async () => {
  const project = await describeProject(context, await projectId(), 'owner');
  const [integration] = project.integrations;
  const prices = await readPrices(context.database.pool, {
    projectId: project.id,
    integrationId: integration?.id ?? '',
  });
  expect(priceAt(prices, 'GB', '2026-12-31')).toMatchObject({ price: '0.032', currency: 'GBP' });
  expect(priceAt(prices, 'GB', '2027-01-01')).toMatchObject({ price: '0.0335' });
  expect(priceAt(prices, null, '2026-12-31')).toMatchObject({ country: '*', price: '0.07' });
});

it('has a scenario that can start, and whose message fits everyone', async () => {
  const id = await projectId();
  const { items } = await listScenarios(context, id, { search: '', limit: 10 });
  const scenario = await describeScenario(context, { projectId: id, scenarioId: items[0]?.id ?? '' });
  expect(scenario.name).toBe('Autumn sale');
  expect(findIssues(scenario.document).filter(({ severity }) => severity === 'error')).toEqual([]);
  const node = scenario.document.nodes.find(({ kind }) => kind === 'sms');
  if (node?.kind !== 'sms') throw new Error('the sample scenario has no SMS node');
  const facts = await loadCustomerFactsPage(context.database.pool, id, { after: null, limit: 5_000 });
  for (const { message, language } of node.settings.versions) {
    const compiled = compileTemplate(message);
    if (!compiled.ok) throw new Error(`the ${language} message does not compile`);
    const parts = facts.map(({ attributes }) => {
      const rendered = renderTemplate(compiled.template, { customer: attributes });
      return rendered.ok ? countSms(rendered.text).parts.length : 99;
    });
    expect(Math.max(...parts)).toBe(2);
    const plain = renderTemplate(compiled.template, { customer: { first_name: 'Benjamin' } });
    expect(plain.ok && countSms(plain.text)).toMatchObject({ encoding: 'GSM-7' });
    expect(plain.ok && countSms(plain.text).parts).toHaveLength(1);
  }
});
