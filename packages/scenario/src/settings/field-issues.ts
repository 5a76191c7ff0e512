import type { SettingsIssue } from '../node-kind.ts';
import { isDay, isTime } from './calendar.ts';
import type { Duration } from './duration.ts';
import { isTimeZone } from './time-zone.ts';

/** A problem that forbids the start. */
export const fieldError = (code: string, field: string, message: string): SettingsIssue => ({
  code,
  severity: 'error',
  field,
  message,
});

/** Something that is allowed and most likely not meant. */
export const fieldWarning = (code: string, field: string, message: string): SettingsIssue => ({
  code,
  severity: 'warning',
  field,
  message,
});

/** Nothing, or that a day is missing or does not exist. */
export const findDayIssues = (day: string, field: string): SettingsIssue[] => {
  if (day === '') return [fieldError('date_missing', field, 'There is no date: choose one')];
  return isDay(day) ? [] : [fieldError('date_invalid', field, `“${day}” is not a date: choose one`)];
};

/** Nothing, or that a time is missing or does not exist. */
export const findTimeIssues = (time: string, field: string): SettingsIssue[] => {
  if (time === '')
    return [fieldError('time_missing', field, 'There is no time of day: type one, for example 9:00')];
  return isTime(time)
    ? []
    : [fieldError('time_invalid', field, `“${time}” is not a time of day: type it like 09:00`)];
};

/** Nothing, or that nobody knows a time zone. */
export const findZoneIssues = (zone: string, field: string): SettingsIssue[] =>
  isTimeZone(zone)
    ? []
    : [fieldError('time_zone_unknown', field, `“${zone}” is not a time zone: choose one from the list`)];

/** Nothing, or that a length of time is zero where it must not be. */
export const findDurationIssues = ({ amount }: Duration, field: string): SettingsIssue[] =>
  amount > 0 ? [] : [fieldError('duration_zero', field, 'The length of time is 0: make it at least 1')];
