import { expect, it } from 'vitest';
import { createIdleWorkers } from './idle-workers.ts';

const threeWorkers = () => {
  const woken: string[] = [];
  const idle = createIdleWorkers((id) => woken.push(id));
  const [first, second, third] = ['first', 'second', 'third'].map((id) => {
    const worker = idle.add('dispatch');
    worker.named(id);
    return worker;
  });
  if (!first || !second || !third) throw new Error('there are three');
  return { idle, woken, first, second, third };
};

it('wakes one worker for a job, and none of another queue', () => {
  const { idle, woken } = threeWorkers();
  idle.wakeOne('dispatch');
  idle.wakeOne('walk');
  expect(woken).toEqual(['first']);
});

it('wakes the next when one has found a job, as there may be more', () => {
  const { woken, first, second, third } = threeWorkers();
  first.begin();
  second.begin();
  third.begin();
  expect(woken).toEqual(['second', 'third']);
});

it('wakes nobody while all are busy, and each looks again when it is done', () => {
  const { idle, woken, first, second, third } = threeWorkers();
  for (const worker of [first, second, third]) worker.begin();
  woken.length = 0;
  idle.wakeOne('dispatch');
  expect(woken).toEqual([]);
  second.end();
  expect(woken).toEqual(['second']);
});

it('takes a job before it has a name', () => {
  const woken: string[] = [];
  const idle = createIdleWorkers((id) => woken.push(id));
  const worker = idle.add('walk');
  worker.begin();
  worker.end();
  idle.wakeOne('walk');
  expect(woken).toEqual([]);
});
