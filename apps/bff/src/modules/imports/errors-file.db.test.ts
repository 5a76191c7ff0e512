import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { createTestProject, type TestProject } from '../../testing/create-test-project.ts';
import { importText } from '../../testing/import-text.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { importErrorsFile } from './routes.ts';

let test: TestContext;
let context: AppContext;
let project: TestProject;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
  project = await createTestProject(context);
});
afterAll(() => test.stop());

it('the file of refused rows is downloaded whole, for members only, with formulas defused', async () => {
  const rows = Array.from({ length: 1_100 }, (_, index) => `=${index},x`);
  const done = await importText({ context, project }, `registered,points\n${rows.join('\n')}`, (suggested) =>
    suggested.map((entry) =>
      entry.column === 'points'
        ? { ...entry, target: { to: 'attribute', name: 'points', type: 'number' } }
        : entry,
    ),
  );
  const app = express();
  app.use(
    importErrorsFile(context, {
      findCaller: () => Promise.resolve({ userId: project.userId, name: '', email: '' }),
      findRole: (_, projectId) => Promise.resolve(projectId === project.projectId ? 'viewer' : null),
    }),
  );
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  const fetchFile = (projectId: string) =>
    fetch(`http://127.0.0.1:${port}/api/projects/${projectId}/imports/${done.id}/errors.csv`);
  const response = await fetchFile(project.projectId);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toContain('attachment');
  const lines = (await response.text()).trimEnd().split('\r\n');
  expect(lines).toHaveLength(1_101);
  expect(lines[1]).toBe(`2,"Column “points”: “x” is not a number (write it like 1234.5).","'=0,x"`);
  const foreign = await fetchFile(newId());
  expect(foreign.ok).toBe(false);
  server.close();
});
