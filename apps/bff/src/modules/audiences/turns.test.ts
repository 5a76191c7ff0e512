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
