import { expect, it } from 'vitest';
import { describeEvent } from './describe-event.ts';

const categories = [{ id: 'c1', name: 'Marketing', kind: 'consent' as const }];
const event = (type: string, properties: Parameters<typeof describeEvent>[0]['properties']) => ({
  id: 'e',
  type,
  isCampaign: false,
  timestamp: '2026-11-22T08:00:00.000Z',
  properties,
});

it('says what was consented to by its name', () => {
  const accepted = event('consent', { category: 'c1', action: 'accept', source: 'import' });
  expect(describeEvent(accepted, categories)).toBe('Marketing accepted by import');
  const rejected = event('consent', { category: 'c1', action: 'reject' });
  expect(describeEvent(rejected, categories)).toBe('Marketing rejected');
});

it('falls back to the properties of a consent to what is not known', () => {
  const unknown = event('consent', { category: 'c9', action: 'accept' });
  expect(describeEvent(unknown, categories)).toBe('category: c9, action: accept');
});

it('shows the first three properties of any other event', () => {
  const view = event('page_view', { url: '/a', title: 'Tents', tags: ['x', 'y'], more: 1 });
  expect(describeEvent(view, [])).toBe('url: /a, title: Tents, tags: x, y');
  expect(describeEvent(event('ping', {}), [])).toBe('');
});
