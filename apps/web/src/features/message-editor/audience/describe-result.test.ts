import type { AudienceResult } from '@curlew/contract';
import { expect, it } from 'vitest';
import { describeAudience, describeFailures, describeParts } from './describe-result.ts';

const result = (facts: Partial<AudienceResult>): AudienceResult => ({
  customers: 2_000,
  messages: 0,
  parts: null,
  units: null,
  byParts: [],
  byEncoding: [],
  refusals: [],
  cells: [],
  examples: { longest: null, shortest: null, mostParts: null, fails: null, noPhone: null, byLanguage: [] },
  fixed: null,
  without: [],
  ...facts,
});

it.each<[string, Partial<AudienceResult>]>([
  ['No message would leave', {}],
  [
    'No message would leave',
    { without: ['event'], refusals: [{ status: 'suppressed', type: 'no_phone', count: 9 }] },
  ],
  [
    'Not known before it runs: the message needs the event',
    { without: ['event'], refusals: [{ status: 'enqueue_failed', type: 'template_error', count: 9 }] },
  ],
  [
    '1 part each',
    { messages: 5, parts: { least: 1, most: 1, total: 5 }, byParts: [{ parts: 1, messages: 5 }] },
  ],
  [
    '1 to 2 parts, 1.04 on average, 96 % in 1',
    {
      messages: 100,
      parts: { least: 1, most: 2, total: 104 },
      byParts: [
        { parts: 1, messages: 96 },
        { parts: 2, messages: 4 },
      ],
    },
  ],
  [
    '1 to 2 parts, just over 1 on average, 99.9 % in 1',
    {
      messages: 1_001,
      parts: { least: 1, most: 2, total: 1_002 },
      byParts: [
        { parts: 1, messages: 1_000 },
        { parts: 2, messages: 1 },
      ],
    },
  ],
])('says “%s”', (words, facts) => {
  expect(describeParts(result(facts))).toBe(words);
});

it('says what was counted, and without what', () => {
  expect(describeAudience(result({}))).toBe(
    'All 2,000 customers of the project, as they are now. What stands before the message in its scenario is left aside.',
  );
  expect(describeAudience(result({ without: ['event'] }))).toContain(
    'and so is the event, which nobody knows',
  );
});

it.each<[string | null, AudienceResult['refusals']]>([
  [null, [{ status: 'suppressed', type: 'consent', count: 9 }]],
  ['12 not sent: template error', [{ status: 'enqueue_failed', type: 'template_error', count: 12 }]],
  [
    '1,203 not sent: mostly message too long',
    [
      { status: 'enqueue_failed', type: 'template_error', count: 3 },
      { status: 'suppressed', type: 'no_phone', count: 5_000 },
      { status: 'enqueue_failed', type: 'message_too_long', count: 1_200 },
    ],
  ],
])('of what the message does wrong it says “%s”', (words, refusals) => {
  expect(describeFailures(result({ refusals }))).toBe(words);
});
