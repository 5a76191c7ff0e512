import { describe, expect, it } from 'vitest';
import { createDocument, createSmsNode } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { addTestCustomers, manyCustomers } from '../../testing/add-test-customers.ts';
import { createTestProject, type TestProject } from '../../testing/create-test-project.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { withTestProject } from '../../testing/with-test-project.ts';
import { createScenario } from '../scenarios/service.ts';
import { runRangeJob } from './range-job.ts';
import { countAudience, describeRange, stopCounting } from './service.ts';

let context: AppContext;
let project: TestProject;
const going = new AbortController().signal;

withTestProject((ground) => {
  ({ context, project } = ground);
});

const createMessage = async (message: string) => {
  const { projectId, userId } = project;
  const settings = { versions: [{ language: 'en', message }] };
  const by = { userId, name: 'Tester' };
  const document = createDocument(settings);
  const { id } = await createScenario(context, projectId, { name: 'Sale', document, by });
  return { scenarioId: id, node: createSmsNode(settings) };
};

const runJobs = async (longestMs?: number): Promise<void> => {
  for (const job of await takeJobs(context, 'audienceRange'))
    await runRangeJob(context, job, { signal: going, ...(longestMs === undefined ? {} : { longestMs }) });
};

describe('a range', () => {
  it('is counted once for one content, told from then on, and counted anew when customers change', async () => {
    const { projectId } = project;
    await addTestCustomers(context, projectId, manyCustomers(3));
    const message = await createMessage('Hi {{ customer.first_name }}');
    const ask = (wanted: 'small' | 'any' | 'again' = 'small') =>
      countAudience(context, projectId, { ...message, wanted });
    const first = await ask();
    expect(first).toMatchObject({ status: 'waiting', total: 3, result: null });
    expect(await ask('again')).toMatchObject({ id: first.id, status: 'waiting' });
    await runJobs();
    const counted = await describeRange(context, { projectId, rangeId: first.id ?? '' });
    expect(counted).toMatchObject({ status: 'finished', done: 3, result: { messages: 3, customers: 3 } });
    expect(counted.result?.examples.longest?.name).toBe('Customer 0');
    expect(await ask()).toMatchObject({ status: 'finished', isOutdated: false });
    expect(await takeJobs(context, 'audienceRange')).toEqual([]);

    await addTestCustomers(context, projectId, manyCustomers(1));
    expect(await ask()).toMatchObject({ status: 'waiting', result: { customers: 3 }, isOutdated: true });
    await runJobs();
    expect(await ask()).toMatchObject({ status: 'finished', result: { customers: 4 }, isOutdated: false });
    expect(await ask('again')).toMatchObject({ status: 'waiting' });
    await runJobs();
  });

  it('is cancelled, keeps what it had, and is counted again when asked', async () => {
    const { projectId } = project;
    await addTestCustomers(context, projectId, manyCustomers(3));
    const message = await createMessage('Hello');
    const { id } = await countAudience(context, projectId, { ...message, wanted: 'any' });
    const where = { projectId, rangeId: id ?? '' };
    expect(await stopCounting(context, where)).toMatchObject({ status: 'cancelled', result: null });
    await runJobs();
    expect(await describeRange(context, where)).toMatchObject({ status: 'cancelled', result: null });
    expect(await countAudience(context, projectId, { ...message, wanted: 'small' })).toMatchObject({
      status: 'cancelled',
    });
    await countAudience(context, projectId, { ...message, wanted: 'any' });
    await runJobs();
    expect(await describeRange(context, where)).toMatchObject({ status: 'finished' });
  });

  it('that was cut off begins again, and a turn that has passed writes nothing', async () => {
    const { projectId } = project;
    await addTestCustomers(context, projectId, manyCustomers(3));
    const message = await createMessage('Hello');
    const { id } = await countAudience(context, projectId, { ...message, wanted: 'any' });
    const where = { projectId, rangeId: id ?? '' };
    const [job] = await takeJobs(context, 'audienceRange');
    if (!job) throw new Error('no job was queued');
    await expect(runRangeJob(context, job, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
    expect(await describeRange(context, where)).toMatchObject({ status: 'running' });
    await stopCounting(context, where);
    await countAudience(context, projectId, { ...message, wanted: 'any' });
    await runRangeJob(context, job, { signal: going });
    expect(await describeRange(context, where)).toMatchObject({ status: 'waiting' });
    await runJobs();
    expect(await describeRange(context, where)).toMatchObject({ status: 'finished' });
  });

  it('that takes too long says so', async () => {
    const { projectId } = project;
    await addTestCustomers(context, projectId, manyCustomers(50));
    const slow =
      '{% for a in range(300) %}{% for b in range(300) %}{% endfor %}{% endfor %}{{ customer.first_name }}';
    const { id } = await countAudience(context, projectId, { ...(await createMessage(slow)), wanted: 'any' });
    await runJobs(50);
    const range = await describeRange(context, { projectId, rangeId: id ?? '' });
    expect(range).toMatchObject({ status: 'failed', result: null });
    expect(range.problem).toContain('too slow to render');
  });

  it('of a policy that is gone is not told for one that is there', async () => {
    const { projectId } = project;
    await addTestCustomers(context, projectId, manyCustomers(2));
    const { scenarioId, node } = await createMessage('Hello');
    const settings = { ...node.settings, frequencyPolicy: { of: 'own' as const, value: newId() } };
    const gone = await countAudience(context, projectId, {
      scenarioId,
      node: { ...node, settings },
      wanted: 'any',
    });
    const there = await countAudience(context, projectId, { scenarioId, node, wanted: 'any' });
    await runJobs();
    const messagesOf = async ({ id }: { id: string | null }) =>
      (await describeRange(context, { projectId, rangeId: id ?? '' })).result?.messages;
    expect([await messagesOf(gone), await messagesOf(there)]).toEqual([0, 2]);
  });

  it('of thousands of attributes is counted', async () => {
    const { projectId } = project;
    const name = 'last_of_all';
    await addTestCustomers(context, projectId, [{ attributes: { [name]: 'here' } }]);
    const reads = (of: string) => Array.from({ length: 450 }, (_, index) => `{{ customer.${of}_${index} }}`);
    const versions = ['de', 'fr', 'it', 'pl', 'es'].map((language) => ({
      language,
      message: reads(language).join(''),
    }));
    const message = await createMessage(`{{ customer.${name} }}`);
    const settings = {
      ...message.node.settings,
      versions: [...message.node.settings.versions, ...versions],
    };
    const node = { ...message.node, settings };
    const { id } = await countAudience(context, projectId, { ...message, node, wanted: 'any' });
    await runJobs();
    expect(await describeRange(context, { projectId, rangeId: id ?? '' })).toMatchObject({
      status: 'finished',
      result: { messages: 1, units: { total: 4 } },
    });
  });

  it('that this version cannot read says so, and is not tried for ever', async () => {
    const { projectId } = project;
    const { id } = await countAudience(context, projectId, {
      ...(await createMessage('Hello')),
      wanted: 'any',
    });
    await context.database.pool.query(`UPDATE audience_range SET request = '{}' WHERE id = $1`, [id]);
    await runJobs();
    expect(await describeRange(context, { projectId, rangeId: id ?? '' })).toMatchObject({
      status: 'failed',
      problem: expect.stringContaining('count again'),
    });
  });

  it('gives way where too many wait, the oldest first', async () => {
    const { projectId } = project;
    const message = await createMessage('Hello');
    const ids: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      const node = { ...message.node, name: `SMS ${index}` };
      const { id } = await countAudience(context, projectId, { ...message, node, wanted: 'any' });
      ids.push(id ?? '');
    }
    const ranges = await Promise.all(ids.map((rangeId) => describeRange(context, { projectId, rangeId })));
    expect(ranges.map(({ status }) => status)).toEqual([
      'cancelled',
      'cancelled',
      ...Array.from({ length: 10 }, () => 'waiting'),
    ]);
    await runJobs();
  });

  it('belongs to its project, and to a scenario of it', async () => {
    await addTestCustomers(context, project.projectId, manyCustomers(1));
    const message = await createMessage('Hello');
    const { id } = await countAudience(context, project.projectId, { ...message, wanted: 'any' });
    const other = await createTestProject(context);
    const where = { projectId: other.projectId, rangeId: id ?? '' };
    await expect(describeRange(context, where)).rejects.toThrow('count');
    await expect(stopCounting(context, where)).rejects.toThrow('count');
    await expect(countAudience(context, other.projectId, { ...message, wanted: 'any' })).rejects.toThrow(
      'scenario',
    );
    await runJobs();
  });
});
