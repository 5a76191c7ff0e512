import { describe, expect, it } from 'vitest';
import { calendarDate } from '../index.ts';
import { render } from '../testing/render.ts';

describe('early dates', () => {
  // As Python's datetime and zoneinfo have it.
  it.each([
    ['0044-03-15', 'UTC', '0044-03-15', '15.03.44 075 44-11-2 11 11 Tuesday'],
    ['0001-01-01', 'UTC', '0001-01-01', '01.01.1 001 1-01-1 00 01 Monday'],
    [
      '1800-06-01T12:00:00Z',
      'Europe/Prague',
      '1800-06-01 12:57:44+00:57:44',
      '01.06.1800 152 1800-22-7 22 21 Sunday',
    ],
    [
      '1880-12-31T22:00:00Z',
      'America/New_York',
      '1880-12-31 17:03:58-04:56:02',
      '31.12.1880 366 1880-53-5 52 52 Friday',
    ],
  ])('[J28] %s in %s is the day it was', (text, timeZone, ...[shown, fields]) => {
    const d = calendarDate(text);
    expect(render("{{ d }}|{{ d.strftime('%d.%m.%Y %j %G-%V-%u %U %W %A') }}", { d }, { timeZone })).toBe(
      `${shown}|${fields}`,
    );
  });

  it('[J29] shows an offset with seconds', () => {
    const d = calendarDate('1800-06-01T12:00:00Z');
    expect(render("{{ d|from_timestamp('%z', 'Europe/Prague') }}", { d })).toBe('+005744');
  });
});
