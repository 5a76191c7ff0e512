import { readNumberText } from '../filter/read-value.ts';
import { findWhereIssues } from '../filter/where-issues.ts';
import type { NodeKindDescription, NodeOutput, SettingsIssue } from '../node-kind.ts';
import { onlyOutput } from '../node-output.ts';
import { describeDay, describeTime, nameWeekdays } from '../settings/calendar.ts';
import { describeDuration } from '../settings/duration.ts';
import {
  fieldError,
  findDayIssues,
  findDurationIssues,
  findTimeIssues,
  findZoneIssues,
} from '../settings/field-issues.ts';
import { findTemplateIssues, isTemplate } from '../settings/template-issues.ts';
import { describeTimeZone } from '../settings/time-zone.ts';
import { waitSettingsSchema, type WaitSettings } from './wait-settings.ts';

const eventOutputs: readonly NodeOutput[] = [
  { id: 'event', label: 'Happened' },
  { id: 'timeout', label: 'Timed out' },
];

type ByMode<T> = { readonly [M in WaitSettings['mode']]: (settings: WaitSettings) => T };

const summaries: ByMode<string> = {
  duration: ({ duration }) => `Wait ${describeDuration(duration)}`,
  date: ({ date, time, timeZone }) =>
    date === ''
      ? 'No date yet'
      : `Wait until ${describeDay(date)} at ${describeTime(time)}${describeTimeZone(timeZone)}`,
  time_of_day: ({ time, weekdays, timeZone }) => {
    const days = nameWeekdays(weekdays);
    return `Wait until ${days === '' ? '' : `${days} `}${describeTime(time)}${describeTimeZone(timeZone)}`;
  },
  expression: ({ expression, expressionUnit }) =>
    expression.trim() === '' ? 'No expression yet' : `Wait ${expression.trim()} ${expressionUnit}`,
  event: ({ event, timeout }) =>
    event.trim() === '' ? 'No event yet' : `Wait for ${event.trim()}, at most ${describeDuration(timeout)}`,
};

const clockIssues = ({ time, timeZone }: WaitSettings): SettingsIssue[] => [
  ...findTimeIssues(time, 'time'),
  ...findZoneIssues(timeZone, 'timeZone'),
];

const findExpressionIssues = (expression: string): SettingsIssue[] => {
  const broken = findTemplateIssues(expression, { field: 'expression', subject: 'The expression' });
  if (broken.length > 0 || isTemplate(expression)) return broken;
  const text = expression.trim();
  if (readNumberText(text) !== undefined) return [];
  const fault = text === '' ? 'The expression is missing' : `“${text}” is neither a number nor a template`;
  const message = `${fault}: type one that gives a number, for example {{ 24 * 3 }}`;
  return [fieldError(text === '' ? 'expression_missing' : 'expression_invalid', 'expression', message)];
};

const issues: ByMode<SettingsIssue[]> = {
  duration: ({ duration }) => findDurationIssues(duration, 'duration.amount'),
  date: (settings) => [...findDayIssues(settings.date, 'date'), ...clockIssues(settings)],
  time_of_day: clockIssues,
  expression: ({ expression }) => findExpressionIssues(expression),
  event: ({ event, where, timeout }) => [
    ...(event.trim() === ''
      ? [fieldError('event_missing', 'event', 'The event is missing: choose one')]
      : []),
    ...findWhereIssues(where, 'where'),
    ...findDurationIssues(timeout, 'timeout.amount'),
  ],
};

export const wait: NodeKindDescription<'wait', WaitSettings> = {
  kind: 'wait',
  title: 'Wait',
  family: 'flow',
  hint: 'Holds customers for a time, until a moment, or until they do something',
  hasInput: true,
  outputs: ({ mode }) => (mode === 'event' ? eventOutputs : onlyOutput),
  defaults: () => waitSettingsSchema.parse({}),
  summary: (settings) => summaries[settings.mode](settings),
  issues: (settings) => issues[settings.mode](settings),
};
