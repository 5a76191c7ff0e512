import { expect, it } from 'vitest';
import { createMessageFacts, createSmsNode } from '@curlew/testkit';
import { CountingFailure, startCounting } from './start-counting.ts';

const { node, facts } = { node: createSmsNode(), facts: createMessageFacts() };
const layout = { attributes: 'all', dates: new Set<string>(), consentCategoryId: null } as const;

it('a thread that breaks says that the count cannot be made, and the next one gets another', async () => {
  const broken = { ...node, settings: { ...node.settings, versions: [] } };
  const counting = { facts, linkBase: null, layout };
  await expect(startCounting({ ...counting, node: broken })).rejects.toBeInstanceOf(CountingFailure);
  const thread = await startCounting({ ...counting, node });
  expect(await thread.add('')).toBe(0);
  expect((await thread.counted()).count.customers).toBe(0);
  await thread.stop();
});
