import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { testPassword } from './testing/add-test-user.ts';
import { testOperatorToken, type TestCampaign } from './testing/create-test-campaign.ts';
import { acceptBatch } from './testing/fake-operator.ts';
import { openServerGround, type ServerGround } from './testing/open-server-ground.ts';
import { readMessages, tally } from './testing/read-campaign.ts';
import { findFreePort } from './testing/server-process.ts';
import { signIn } from './testing/sign-in.ts';
import { openTestContext, testSecret } from './testing/test-context.ts';
import { until } from './testing/until.ts';

// Each of these starts processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let ground: ServerGround;
beforeEach(async () => {
  ground = await openServerGround();
});
afterEach(() => ground.stop());

const readStatuses = async ({ projectId }: TestCampaign): Promise<Record<string, number>> => {
  const { context, stop } = await openTestContext(ground.database);
  try {
    return tally((await readMessages(context, projectId)).map(({ status }) => status));
  } finally {
    await stop();
  }
};

const recipientsIn = async (
  { projectId }: TestCampaign,
  isMeant: (status: string) => boolean,
): Promise<string[]> => {
  const { context, stop } = await openTestContext(ground.database);
  try {
    const messages = await readMessages(context, projectId);
    return messages.filter(({ status }) => isMeant(status)).map(({ recipient }) => recipient);
  } finally {
    await stop();
  }
};

/** A request holds messages of one sender: so each message is a request of its own. */
const giveEachASender = async (): Promise<void> => {
  const { context, stop } = await openTestContext(ground.database);
  await context.database.pool.query(
    `CREATE FUNCTION own_sender() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN NEW.sender := 'S' || right(NEW.id::text, 8); RETURN NEW; END $$`,
  );
  await context.database.pool.query(
    'CREATE TRIGGER own_sender BEFORE INSERT ON message FOR EACH ROW EXECUTE FUNCTION own_sender()',
  );
  await stop();
};

describe('a server that is stopped in the middle of a run', () => {
  it('finishes what it has in hand, and the next one does the rest', async () => {
    const campaign = await ground.prepare(2_500, true);
    ground.operator.answer(async (call) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return { status: 201, body: { id: call.client_reference, client_reference: call.client_reference } };
    });
    const first = ground.start();
    await until(() => ground.operator.calls.length > 0);
    first.signal('SIGTERM');
    expect(await first.ended).toBe(0);
    const reachedByFirst = ground.reached().length;
    const after = await readStatuses(campaign);
    expect(after['sending']).toBeUndefined();
    expect(after['sent']).toBe(reachedByFirst);

    const second = ground.start();
    await second.ready;
    await until(() => ground.reached().length >= 2_500);
    second.signal('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(await readStatuses(campaign)).toEqual({ sent: 2_500 });
    expect(new Set(ground.reached()).size).toBe(2_500);
    expect(ground.reached()).toHaveLength(2_500);
    expect(first.output().stderr + second.output().stderr).toBe('');
  });

  it('of many small requests waits for those that have left, and makes no other', async () => {
    const campaign = await ground.prepare(300, true);
    await giveEachASender();
    ground.operator.answer(async (call) => {
      await new Promise((resolve) => setTimeout(resolve, 250));
      return acceptBatch(call);
    });
    const first = ground.start();
    await until(() => ground.operator.calls.length > 0);
    first.signal('SIGTERM');
    expect(await first.ended).toBe(0);
    const reachedByFirst = ground.reached().length;
    expect(reachedByFirst).toBeLessThan(100);
    expect(await readStatuses(campaign)).toEqual({ sent: reachedByFirst, enqueued: 300 - reachedByFirst });
  });

  it('when it is killed, nobody gets a message twice and nobody is lost', async () => {
    const campaign = await ground.prepare(1_500, true);
    let isKilled = false;
    ground.operator.answer((call) => {
      if (!isKilled) {
        isKilled = true;
        first.signal('SIGKILL');
        return 'silence';
      }
      return { status: 201, body: { id: call.client_reference, client_reference: call.client_reference } };
    });
    const first = ground.start();
    await first.ended;
    // What was claimed and not recorded is in question: the operator may have it or not.
    const inQuestion = new Set(await recipientsIn(campaign, (status) => status === 'sending'));
    const second = ground.start();
    await second.ready;
    // The jobs of the dead are taken over when their heartbeat has been missed.
    await until(() => new Set([...inQuestion, ...ground.reached()]).size >= 1_500);
    second.signal('SIGTERM');
    await second.ended;
    expect(inQuestion.size).toBeGreaterThan(0);
    expect(new Set(ground.reached()).size).toBe(ground.reached().length);
    const sent = await recipientsIn(campaign, (status) => status === 'sent');
    const others = await recipientsIn(campaign, (status) => status !== 'sent');
    expect(sent.length + others.length).toBe(1_500);
    expect(sent.filter((recipient) => !ground.reached().includes(recipient))).toEqual([]);
    expect(others.filter((recipient) => !inQuestion.has(recipient))).toEqual([]);
  });
});

describe('/readyz', () => {
  it('is 503 until the server is ready, and then 200', async () => {
    const port = await findFreePort();
    const server = ground.start({ environment: { PORT: String(port) } });
    const seen: number[] = [];
    await until(async () => {
      const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
      if (response) seen.push(response.status);
      return response?.status === 200;
    });
    expect(new Set(seen)).toEqual(new Set([503, 200]));
    await server.ready;
    server.signal('SIGTERM');
    expect(await server.ended).toBe(0);
  });
});

describe('the log', () => {
  it('of a whole run holds no message, phone, cookie, token or password', async () => {
    const campaign = await ground.prepare(300, true);
    let isRefused = false;
    ground.operator.answer((call) => {
      if (!isRefused) {
        isRefused = true;
        return {
          status: 429,
          body: { code: '429', text: `too many for ${call.to[0]}` },
          headers: { 'retry-after': '1' },
        };
      }
      return { status: 201, body: { id: call.client_reference, client_reference: call.client_reference } };
    });
    const server = ground.start({ environment: { LOG_LEVEL: 'trace' } });
    const { url } = await server.ready;
    const cookie = await signIn(url ?? '', campaign.email);
    const headersWithCookie = { cookie };
    await fetch(`${url}/api/me?token=${testOperatorToken}`, { headers: headersWithCookie });
    await fetch(`${url}/api/projects/${campaign.projectId}`, { headers: headersWithCookie });
    await until(() => ground.reached().length >= 300 + 300);
    const call = ground.operator.calls.at(-1);
    const hook = new URL(call?.callback_url ?? '');
    const report = {
      type: 'recipient_delivery_report_sms',
      batch_id: call?.client_reference,
      client_reference: call?.client_reference,
      recipient: call?.to[0],
      code: 0,
      status: 'Delivered',
    };
    const told = await fetch(`${url}${hook.pathname}`, { method: 'POST', body: JSON.stringify(report) });
    expect(told.status).toBe(200);
    server.signal('SIGTERM');
    expect(await server.ended).toBe(0);
    const { stderr } = server.output();
    expect(stderr).toContain('batch not accepted');
    expect(stderr).toContain('/api/me');
    const secrets = [
      'Only for',
      'Customer 1',
      '4477009',
      testOperatorToken,
      testPassword,
      testSecret,
      cookie.split('=')[1]?.slice(0, 20) ?? '',
      hook.pathname.split('/').at(-1) ?? '',
    ];
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(5);
      expect(stderr).not.toContain(secret);
    }
  });
});
