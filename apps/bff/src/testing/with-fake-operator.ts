import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { AppContext } from '../app-context.ts';
import { startFakeOperator, type FakeOperator } from './fake-operator.ts';
import { createTestContext, type TestContext } from './test-context.ts';

interface Ground {
  readonly context: AppContext;
  readonly operator: FakeOperator;
}

/** The hooks of a file whose tests each have an operator of their own, on the database of the file; `tell` is told before each. */
export const withFakeOperator = (
  tell: (ground: Ground) => void,
  overrides: Partial<AppContext> = {},
): void => {
  let test: TestContext;
  let operator: FakeOperator;
  beforeAll(async () => {
    test = await createTestContext(overrides);
  });
  beforeEach(async () => {
    operator = await startFakeOperator();
    tell({ context: test.context, operator });
  });
  afterEach(() => operator.stop());
  afterAll(() => test.stop());
};
