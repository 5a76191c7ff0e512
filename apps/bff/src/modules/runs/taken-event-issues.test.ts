import { expect, it } from 'vitest';
import { createFlow, createNode } from '@curlew/testkit';
import { findTakenEventIssues } from './taken-event-issues.ts';

it.each([
  ['seen', []],
  [' text_message ', ['event']],
  ['sms', ['event']],
  // Of these the node says so itself.
  ['campaign', []],
  ['', []],
])('of a node that tracks %j it says what the project has taken', (event, fields) => {
  const document = createFlow([createNode('now'), createNode('track_event', { event }, 'mark')], []);
  const issues = findTakenEventIssues(document, ['text_message', 'sms', 'campaign']);
  expect(issues.map(({ field }) => field)).toEqual(fields);
  expect(issues.every(({ code, nodeId }) => code === 'event_reserved' && nodeId === 'mark')).toBe(true);
});
