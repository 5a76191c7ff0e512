import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

it('lets no more go on at once than it was told, each in its turn, also after one that failed', async () => {
  const take = createTurns(2);
  const began: number[] = [];
  let going = 0;
  let most = 0;
  const works = Array.from({ length: 7 }, (_, index) =>
    take(async () => {
      began.push(index);
      going += 1;
      most = Math.max(most, going);
      await new Promise((resolve) => setTimeout(resolve, 5));
      going -= 1;
      if (index === 1) throw new Error('broken on purpose');
      return index;
    }),
  );
  const results = await Promise.allSettled(works);
  expect(results.map(({ status }) => status)).toEqual(
    Array.from({ length: 7 }, (_, index) => (index === 1 ? 'rejected' : 'fulfilled')),
  );
  expect(began).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(most).toBe(2);
});

const gate = () => {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), wait: () => opened };
};

it('refuses who comes when too many wait already, and takes others again when there is room', async () => {
  const take = createTurns(1, 1);
  const { open, wait } = gate();
  const first = take(wait);
  const second = take(wait);
  await expect(take(wait)).rejects.toMatchObject({
    code: 'busy',
    message: expect.stringContaining('try again'),
  });
  open();
  await Promise.all([first, second]);
  await expect(Promise.all([take(wait), take(wait)])).resolves.toHaveLength(2);
});

it('waits no more for who has gone, and begins nothing for them', async () => {
  const take = createTurns(1, 1);
  const { open, wait } = gate();
  const first = take(wait);
  const leaving = new AbortController();
  let begun = 0;
  const count = async (): Promise<void> => {
    begun += 1;
  };
  const second = take(count, leaving.signal);
  const why = new Error('gone');
  leaving.abort(why);
  await expect(second).rejects.toBe(why);
  // Their place is free.
  const third = take(count);
  open();
  await Promise.all([first, third]);
  await expect(take(count, leaving.signal)).rejects.toBe(why);
  expect(begun).toBe(1);
});
