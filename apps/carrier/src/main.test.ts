import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { carrierUnderTest } from './testing/carrier-under-test.ts';
import { eventually } from './testing/eventually.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  // Not process.execPath's wrapper in node_modules/.bin: signals must reach the carrier itself.
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  let errors = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return { child, output: () => output, errors: () => errors };
}

async function exitOf(child: ChildProcess): Promise<unknown> {
  const [code] = await once(child, 'exit');
  return code;
}

describe('main', () => {
  it('[C34] prints one line when it listens, answers, and ends on SIGTERM', async () => {
    const { child, output, errors } = start(['--port', '0', '--plan', 'p', '--token', 't']);
    await eventually(output).toMatch(/^carrier ready http:\/\/127\.0\.0\.1:\d+\n$/);
    const url = output().trim().replace('carrier ready ', '');
    const headers = { authorization: 'Bearer t' };
    expect((await fetch(`${url}/xms/v1/p/batches`, { headers })).status).toBe(200);
    child.kill('SIGTERM');
    expect([await exitOf(child), errors()]).toEqual([0, '']);
  });

  it('[C34] takes its options from the environment too, and makes a token when it has none', async () => {
    const { child, output } = start([], { CARRIER_PORT: '0', CARRIER_PLAN: 'p' });
    await eventually(output).toMatch(/^carrier token \S{32}\ncarrier ready \S+\n$/);
    const [, token, url] = /^carrier token (\S+)\ncarrier ready (\S+)\n$/.exec(output()) ?? [];
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${url}/xms/v1/p/batches`, { headers })).status).toBe(200);
    child.disconnect();
    expect(await exitOf(child)).toBe(0);
  });

  it('[C34] starts with the behaviour and the addresses it is given', async () => {
    const behaviour = JSON.stringify({ faults: { next: [{ fault: 'status503', requests: 4 }] } });
    const callback = 'http://127.0.0.1:9/reports';
    const args = ['--port', '0', '--token', 't', '--behaviour', behaviour, '--cm-callback-url', callback];
    const { output } = start(args, { CARRIER_PRODUCT_TOKEN: 'p' });
    await eventually(output).toMatch(/^carrier ready \S+\n$/);
    const url = output().trim().replace('carrier ready ', '');
    const read = async (path: string): Promise<unknown> => (await fetch(`${url}/carrier/api/${path}`)).json();
    expect(await read('faults')).toMatchObject({ requests: [{ fault: 'status503', requests: 4 }] });
    expect(await read('callbacks')).toEqual({ cm: callback });
    const answer = await fetch(`${url}/v1.0/message`, {
      method: 'POST',
      headers: { 'x-cm-producttoken': 'p', 'content-type': 'application/json' },
      body: '{}',
    });
    expect(await answer.json()).toMatchObject({ errorCode: 202 });
  });

  it.each([
    [['--port', 'abc'], /^The carrier cannot start: the option port cannot be used: is not a number\.\n$/],
    [['--port', '70000'], /^The carrier cannot start: the option port cannot be used: .*\.\n$/],
    [
      ['--behaviour', '{'],
      /^The carrier cannot start: the option behaviour cannot be used: is not JSON\.\n$/,
    ],
    [
      ['--behaviour', '{"faults":{"status500":2}}'],
      /^The carrier cannot start: the option behaviour\.faults\.status500 cannot be used: .*\.\n$/,
    ],
    [['--capacity', '0'], /^The carrier cannot start: the option capacity cannot be used: .*\.\n$/],
    [['--colour', 'red'], /^The carrier cannot start: .*--colour.*\.\n$/],
  ])('[C34] refuses %j in one sentence', async (args, sentence) => {
    const { child, errors } = start(args);
    expect(await exitOf(child)).toBe(1);
    expect(errors()).toMatch(sentence);
  });

  it('[C34] says that a port is taken, and leaves the disk alone', async () => {
    const data = join(tmpdir(), `carrier-never-made-${process.pid}`);
    const { url } = await carrierUnderTest();
    const { child, output, errors } = start(['--port', new URL(url).port, '--token', 't', '--data', data]);
    expect(await exitOf(child)).toBe(1);
    expect(output()).toBe('');
    expect(existsSync(data)).toBe(false);
    expect(errors()).toMatch(/^The carrier cannot start: port \d+ is taken; [^\n]*\.\n$/);
  });
});
