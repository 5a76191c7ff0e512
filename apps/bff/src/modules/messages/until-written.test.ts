import { expect, it, vi } from 'vitest';
import { untilWritten } from './until-written.ts';

it('tries again what fails for a moment, and gives what it gave in the end', async () => {
  const work = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new Error('the database is away'))
    .mockRejectedValueOnce(new Error('the database is away'))
    .mockResolvedValue('written');
  expect(await untilWritten(work, [0, 0, 0])).toBe('written');
  expect(work).toHaveBeenCalledTimes(3);
});

it('gives up in the end, and says why', async () => {
  const work = vi.fn<() => Promise<string>>().mockRejectedValue(new Error('the database is away'));
  await expect(untilWritten(work, [0, 0])).rejects.toThrow('the database is away');
  expect(work).toHaveBeenCalledTimes(3);
});

it('waits long for a database that is out of reach, and not for what no time mends', async () => {
  const pauses = Array.from({ length: 20 }, () => 0);
  const lost = vi
    .fn<() => Promise<string>>()
    .mockRejectedValue(new Error('Connection terminated unexpectedly'));
  await expect(untilWritten(lost, pauses)).rejects.toThrow('Connection terminated');
  expect(lost).toHaveBeenCalledTimes(21);
  const wrong = vi.fn<() => Promise<string>>().mockRejectedValue(new Error('no such column'));
  await expect(untilWritten(wrong, pauses)).rejects.toThrow('no such column');
  expect(wrong).toHaveBeenCalledTimes(6);
});
