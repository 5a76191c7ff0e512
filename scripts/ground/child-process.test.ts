import { expect, it } from 'vitest';
import { startChild } from './child-process.ts';

const start = (program: string) =>
  startChild(['--eval', program], {}, (line) => (line === 'ready' ? line : null));

it('waits until a program says that it is ready, and stops it', async () => {
  const { child, ready } = start(`console.log('ready'); setInterval(() => {}, 1_000)`);
  expect(await ready).toBe('ready');
  await child.stop();
  expect(child.process.signalCode).toBe('SIGTERM');
});

it('can stop a program that is not ready yet', async () => {
  const { child } = start('setInterval(() => {}, 1_000)');
  await child.stop();
  expect(child.process.signalCode).toBe('SIGTERM');
});

it('tells of a program that ends before it is ready', async () => {
  const { child } = start('process.exit(7)');
  expect(await child.ended).toBe(7);
});
