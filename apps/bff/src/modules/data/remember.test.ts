import { expect, it } from 'vitest';
import { remember } from './remember.ts';

const start = (most = 10) => {
  const asked: string[] = [];
  let now = 0;
  let isBroken = false;
  const read = remember(
    (key) => {
      asked.push(key);
      return isBroken
        ? Promise.reject(new Error('broken on purpose'))
        : Promise.resolve(`${key} ${asked.length}`);
    },
    { milliseconds: 60, most, now: () => now },
  );
  return {
    asked,
    read,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    breakDown: (is: boolean) => {
      isBroken = is;
    },
  };
};

it('works each thing out once, until its time is over', async () => {
  const { asked, read, pass } = start();
  expect(await Promise.all([read('a'), read('a'), read('b')])).toEqual(['a 1', 'a 1', 'b 2']);
  pass(59);
  expect(await read('a')).toBe('a 1');
  pass(1);
  expect(await read('a')).toBe('a 3');
  expect(asked).toEqual(['a', 'b', 'a']);
});

it('does not keep what failed', async () => {
  const { read, breakDown } = start();
  breakDown(true);
  await expect(read('a')).rejects.toThrow('broken on purpose');
  breakDown(false);
  expect(await read('a')).toBe('a 2');
});

it('forgets the oldest of too many', async () => {
  const { asked, read } = start(2);
  for (const key of ['a', 'b', 'c', 'b', 'c', 'a']) await read(key);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});
