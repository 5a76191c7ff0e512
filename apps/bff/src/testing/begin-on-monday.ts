import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { AppContext } from '../app-context.ts';
import { createWorld, type World } from './create-world.ts';
import { createTestContext, type TestContext } from './test-context.ts';

/** When tests begin that go by a clock of their own. */
export const monday = Date.parse('2026-11-23T10:00:00Z');

interface Ground {
  readonly context: AppContext;
  readonly world: World;
}

/**
 * The hooks of a file whose tests each begin on the same Monday, in a world of their own on the database of the file; `tell` is told
 * of it before the first and before each of them. Returns their clock.
 */
export const beginOnMonday = (tell: (ground: Ground) => void): { now: number } => {
  const clock = { now: monday };
  let test: TestContext;
  const begin = (): void => {
    clock.now = monday;
    tell({ context: test.context, world: createWorld(test.context, clock) });
  };
  beforeAll(async () => {
    test = await createTestContext({ now: () => new Date(clock.now) });
    begin();
  });
  beforeEach(begin);
  afterAll(() => test.stop());
  return clock;
};
