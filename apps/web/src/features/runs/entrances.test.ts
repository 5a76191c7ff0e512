import { addNode, emptyDocument, type ScenarioDocument } from '@curlew/scenario';
import { expect, it } from 'vitest';
import { findEntrances } from './entrances.ts';

const clock = { now: new Date('2026-11-27T12:00:00Z'), projectZone: 'Europe/Bratislava' };

const withTrigger = (kind: ScenarioDocument['nodes'][number]['kind'], settings: object): ScenarioDocument => {
  const document = addNode(emptyDocument(), { kind, id: 'trigger', position: { x: 0, y: 0 } });
  // Only as much of the settings as the case is about.
  const nodes = document.nodes.map((node) => ({ ...node, settings: { ...node.settings, ...settings } }));
  return { ...document, nodes: nodes as ScenarioDocument['nodes'] };
};

it.each<[string, ScenarioDocument, readonly (string | null)[]]>([
  ['Now, which lets everyone in at once', withTrigger('now', {}), []],
  [
    'a repeat in the project’s time zone',
    withTrigger('repeat', { cron: '0 9 * * mon', timeZone: 'project' }),
    ['Next on Mon, 30 Nov 2026, 09:00'],
  ],
  [
    'a repeat in a zone of its own',
    withTrigger('repeat', { cron: '0 9 * * mon', timeZone: 'Asia/Tokyo' }),
    ['Next on Mon, 30 Nov 2026, 09:00'],
  ],
  ['a date to come', withTrigger('on_date', { date: '2026-12-24', timeZone: 'customer' }), [null]],
  [
    'a date that has passed',
    withTrigger('on_date', { date: '2026-11-24', timeZone: 'customer' }),
    ['That has passed: nobody enters by it'],
  ],
  ['an event', withTrigger('on_event', { event: 'purchase' }), ['Each customer when it happens']],
  ['a day of their own', withTrigger('date_attribute', {}), ['Each customer on their own day']],
  ['a call', withTrigger('api', {}), ['Each customer when your program names them']],
])('says when next: %s', (_, document, next) => {
  expect(findEntrances(document, clock).map((entrance) => entrance.next)).toEqual(next);
});

it('says what its card says, and its name', () => {
  const [entrance] = findEntrances(withTrigger('on_event', { event: 'purchase' }), clock);
  expect(entrance).toMatchObject({ nodeId: 'trigger', name: 'On event', what: 'On purchase' });
});

it('says nothing of when before the project’s time zone is known', () => {
  const document = withTrigger('repeat', { cron: '0 9 * * mon', timeZone: 'project' });
  expect(findEntrances(document, { ...clock, projectZone: null })[0]?.next).toBeNull();
});
