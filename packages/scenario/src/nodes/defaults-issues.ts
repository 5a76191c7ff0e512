import type { SettingsIssue } from '../node-kind.ts';
import { fieldError } from '../settings/field-issues.ts';
import type { MessageDefaults } from './message-rules.ts';
import { findSilentHoursIssues } from './silent-hours.ts';

/** What is wrong with a project's defaults of messages: a silence that never ends, or an expiry at once. */
export const findDefaultsIssues = ({ silentHours, expiry }: MessageDefaults): SettingsIssue[] => [
  ...(silentHours === null ? [] : findSilentHoursIssues(silentHours))
    .filter(({ severity }) => severity === 'error')
    .map((issue) => ({ ...issue, field: `silentHours.${issue.field}` })),
  ...(expiry?.amount === 0
    ? [
        fieldError(
          'expires_at_once',
          'expiry.amount',
          'Messages expire at once, nobody would get any: give them at least a minute',
        ),
      ]
    : []),
];
