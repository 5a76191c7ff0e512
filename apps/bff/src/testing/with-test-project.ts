import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { AppContext } from '../app-context.ts';
import { createTestProject, type TestProject } from './create-test-project.ts';
import { createTestContext, type TestContext } from './test-context.ts';

interface Ground {
  readonly context: AppContext;
  readonly project: TestProject;
}

/** The hooks of a file whose tests each have a project of their own, on the database of the file; `tell` is told before each. */
export const withTestProject = (tell: (ground: Ground) => void): void => {
  let test: TestContext;
  beforeAll(async () => {
    test = await createTestContext();
  });
  beforeEach(async () => {
    tell({ context: test.context, project: await createTestProject(test.context) });
  });
  afterAll(() => test.stop());
};
