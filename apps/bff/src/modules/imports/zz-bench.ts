import { readFileSync } from 'node:fs';
import { createTestContext } from '../../testing/test-context.ts';
import { createTestProject } from '../../testing/create-test-project.ts';
import { importNow } from './service.ts';
import { newId } from '../../new-id.ts';
let t = performance.now();
const lap = (s: string) => {
  console.log(
    s,
    Math.round(performance.now() - t),
    'ms',
    Math.round(process.memoryUsage().rss / 1e6),
    'MB',
    process.cpuUsage().user / 1e6,
  );
  t = performance.now();
};
const { context, stop } = await createTestContext();
lap('context');
const { projectId, userId } = await createTestProject(context);
const content = readFileSync('/tmp/big.csv');
for (const i of [1, 2]) {
  t = performance.now();
  const r = await importNow(context, projectId, {
    id: newId(),
    fileName: 'big.csv',
    content,
    userId,
    adjust: (s) => [...s],
  });
  lap('import ' + i);
  console.log(
    JSON.stringify({
      ...r,
      sample: undefined,
      columns: undefined,
      suggestedMapping: i === 1 ? r.suggestedMapping : undefined,
    }),
  );
}
await stop();
