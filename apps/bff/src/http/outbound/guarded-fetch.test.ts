import { afterEach, describe, expect, it } from 'vitest';
import { startHttpTarget, startRawTarget, type Target } from '../../testing/start-target.ts';
import { createGuardedFetch } from './guarded-fetch.ts';

const targets: Target[] = [];
afterEach(async () => {
  for (const target of targets.splice(0)) await target.stop();
});

const open = async (starting: Promise<Target>): Promise<Target> => {
  const target = await starting;
  targets.push(target);
  return target;
};

const failing = async (
  calling: Promise<unknown>,
): Promise<{ readonly name: string; readonly cause?: unknown }> => {
  try {
    await calling;
  } catch (error) {
    return error as Error;
  }
  throw new Error('the call did not fail');
};

const guarded = (...hosts: string[]) =>
  createGuardedFetch({
    allowed: new Set(hosts),
    resolve: (name) =>
      Promise.resolve([{ address: name === 'inside.example' ? '10.0.0.7' : '127.0.0.1', family: 4 }]),
  });

describe('a fetch that is guarded', () => {
  it('asks as it is told and gives back what was answered', async () => {
    let asked: unknown;
    const target = await open(
      startHttpTarget((request, response) => {
        let body = '';
        request.setEncoding('utf8').on('data', (chunk: string) => {
          body += chunk;
        });
        request.on('end', () => {
          asked = [request.method, request.url, request.headers['x-key'], body];
          response.writeHead(429, { 'retry-after': '7', 'x-many': ['a', 'b'] }).end('später');
        });
      }),
    );
    const init = { method: 'POST', headers: { 'X-Key': 'k' }, body: 'žluť' };
    const answer = await guarded(target.host)(`http://${target.host}/path?x=1`, init);
    expect(asked).toEqual(['POST', '/path?x=1', 'k', 'žluť']);
    expect(answer.status).toBe(429);
    expect([answer.headers.get('retry-after'), answer.headers.get('x-many')]).toEqual(['7', 'a, b']);
    expect(await answer.text()).toBe('später');
  });

  it.each([204, 205, 304])('gives back %i, which has no body', async (status) => {
    const target = await open(startHttpTarget((_request, response) => response.writeHead(status).end()));
    const answer = await guarded(target.host)(`http://${target.host}/`, {});
    expect([answer.status, await answer.text()]).toEqual([status, '']);
  });

  it('follows no redirect', async () => {
    const inside = await open(startHttpTarget((_request, response) => response.end('inside')));
    const target = await open(
      startHttpTarget((_request, response) =>
        response.writeHead(307, { location: `http://${inside.host}/` }).end(),
      ),
    );
    expect((await guarded(target.host, inside.host)(`http://${target.host}/`, {})).status).toBe(307);
    expect(inside.connections()).toBe(0);
  });

  it.each(['127.0.0.1', 'localhost.example', '[::1]', '169.254.169.254', 'inside.example'])(
    'does not go to %s, and says that nothing has left',
    async (host) => {
      const target = await open(startHttpTarget((_request, response) => response.end()));
      const error = await failing(guarded()(`http://${host}:${target.port}/`, {}));
      expect(error.cause).toMatchObject({ code: 'a private network', syscall: 'getaddrinfo' });
      expect(target.connections()).toBe(0);
    },
  );

  it('says that nothing has left where nobody listens', async () => {
    const target = await startHttpTarget(() => undefined);
    await target.stop();
    const error = await failing(guarded(target.host)(`http://${target.host}/`, {}));
    expect(error.cause).toMatchObject({ code: 'ECONNREFUSED', syscall: 'connect' });
  });

  it('gives up when it is told to', async () => {
    const target = await open(startHttpTarget(() => undefined));
    const signal = AbortSignal.timeout(100);
    expect(await failing(guarded(target.host)(`http://${target.host}/`, { signal }))).toMatchObject({
      name: 'TimeoutError',
    });
  });

  it.each([
    ['nothing', ''],
    ['no HTTP', 'SSH-2.0-OpenSSH_9.9\r\n'],
    ['another protocol', 'HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\nx'],
    ['a status that is none', 'HTTP/1.1 999 What\r\ncontent-length: 0\r\n\r\n'],
  ])('an answer with %s fails as one that may have left', async (_, bytes) => {
    const target = await open(startRawTarget(bytes));
    const error = await failing(guarded(target.host)(`http://${target.host}/`, {}));
    expect(error.name).toBe('TypeError');
    expect(error.cause).not.toHaveProperty('syscall', 'connect');
    expect(error.cause).not.toHaveProperty('syscall', 'getaddrinfo');
  });

  it('an answer that breaks off fails while it is read', async () => {
    const target = await open(startRawTarget('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf'));
    const answer = await guarded(target.host)(`http://${target.host}/`, {});
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow('aborted');
  });
});
