import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startScenario } from './modules/runs/start.ts';
import { openDoor } from './testing/open-door.ts';
import { openServerGround, type ServerGround } from './testing/open-server-ground.ts';
import { readMessages } from './testing/read-campaign.ts';
import { signIn } from './testing/sign-in.ts';
import { openTestContext } from './testing/test-context.ts';
import { until } from './testing/until.ts';

// Each of these starts processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let ground: ServerGround;
beforeEach(async () => {
  ground = await openServerGround();
});
afterEach(() => ground.stop());

describe('on a database of a server', () => {
  it('a web and a worker process finish a run together', async () => {
    const campaign = await ground.prepare(1_200, false);
    const web = ground.start({ args: ['--role=web'] });
    const worker = ground.start({ args: ['--role=worker'] });
    const { url } = await web.ready;
    expect(await worker.ready).toMatchObject({ url: null, firstOwner: null });
    const { context, stop } = await openTestContext(ground.database);
    const cookie = await signIn(url ?? '', campaign.email);
    const json = { 'content-type': 'application/json' };
    const path = `${url}/api/projects/${campaign.projectId}/scenarios/${campaign.scenarioId}`;
    const answer = await fetch(`${path}/start`, {
      method: 'POST',
      headers: { ...json, cookie },
      body: JSON.stringify({ revision: 0 }),
    });
    expect(answer.status).toBe(201);
    await until(async () => {
      const rows = await readMessages(context, campaign.projectId);
      return rows.length === 1_200 && rows.every(({ status }) => status === 'sent');
    });
    await stop();
    expect(ground.reached()).toHaveLength(1_200);
    const run: unknown = await (await fetch(path, { headers: { cookie } })).json();
    expect(run).toMatchObject({ status: 'inactive', currentRun: { status: 'finished', walked: 1_200 } });
    for (const server of [web, worker]) {
      server.signal('SIGTERM');
      expect(await server.ended).toBe(0);
    }
  });

  it('outlives a database that goes away and comes back, and says so', async () => {
    const campaign = await ground.prepare(200, false);
    const door = await openDoor(ground.database.url ?? '');
    const server = ground.start({}, { ...ground.database, url: door.url });
    const { url } = await server.ready;
    const readiness = async () => (await fetch(`${url}/readyz`)).status;
    const cookie = await signIn(url ?? '', campaign.email);
    const me = () => fetch(`${url}/api/me`, { headers: { cookie } });
    expect(await readiness()).toBe(200);
    expect((await me()).status).toBe(200);
    door.shut();
    expect(await readiness()).toBe(503);
    const refused = await me();
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ error: { code: 'unavailable' } });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    door.reopen();
    await until(async () => (await readiness()) === 200);
    const { context, stop } = await openTestContext(ground.database);
    await startScenario(context, campaign.start);
    await stop();
    await until(() => ground.reached().length >= 200);
    server.signal('SIGTERM');
    expect(await server.ended).toBe(0);
    door.close();
    expect(ground.reached()).toHaveLength(200);
  });
});
