import { expect, it } from 'vitest';
import { findSenderIssues } from '../nodes/sms-issues.ts';
import { describeFrequencyRule, frequencyRuleSchema } from './frequency-rule.ts';

it.each([
  [{ most: 1, days: 1 }, 'at most 1 message in 1 day'],
  [{ most: 1_000, days: 365 }, 'at most 1000 messages in 365 days'],
])('[N94] %j is said in words', (rule, words) => {
  expect(frequencyRuleSchema.parse(rule)).toEqual(rule);
  expect(describeFrequencyRule(rule)).toBe(words);
});

it.each([
  { most: 0, days: 7 },
  { most: 1.5, days: 7 },
  { most: 1, days: 0 },
  { most: 1, days: 366 },
  { most: 1_001, days: 7 },
])('[N94] %j is refused', (rule) => {
  expect(frequencyRuleSchema.safeParse(rule).success).toBe(false);
});

it.each([
  ['HeronReed', []],
  ['+447700900000', []],
  ["{% if customer.country == 'US' %}+12025550100{% else %}HeronReed{% endif %}", []],
  ['Heron and Reed', ['sender_invalid']],
  ['{{ customer.', ['sender_template_error']],
])('[N99] %s', (sender, codes) => {
  expect(findSenderIssues(sender).map(({ code }) => code)).toEqual(codes);
});
