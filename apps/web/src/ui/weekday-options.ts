import { nameWeekday, weekdays } from '@curlew/scenario';

/** The days of a week, from Monday on. */
export const weekdayOptions = weekdays.map((day) => ({
  value: day,
  name: nameWeekday(day),
  label: nameWeekday(day, 'short'),
}));
