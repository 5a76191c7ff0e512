import type { Comparison } from './filter/comparison.ts';
import { describeComparison } from './filter/describe-comparison.ts';
import { describeCondition } from './filter/describe-filter.ts';
import type { CustomerFilter } from './filter/filter.ts';
import type { LanguageVersion } from './nodes/language-version.ts';
import type { SmsSettings } from './nodes/sms-settings.ts';
import type { SplitSettings } from './nodes/split.ts';
import { describeDay, describeTime, nameWeekdays, type Weekday } from './settings/calendar.ts';
import { describeDuration, type Duration } from './settings/duration.ts';
import type { NamedValue } from './settings/named-values.ts';
import { describeReentry, type Reentry } from './settings/reentry.ts';

/** How a setting is to be read: at a glance, word by word, or as the id of something that is kept elsewhere. */
export type SettingForm = 'value' | 'text' | 'reference';

/** One thing that a setting says: `sender`, `HeronReed`. */
export interface Said {
  /** Tells it from the others of the same setting. */
  readonly key: string;
  readonly label: string;
  /** Empty: nothing is set. */
  readonly value: string;
  readonly form: SettingForm;
}

/** Says all of one setting. */
export type Say<Value> = (value: Value) => readonly Said[];

const one = (label: string, value: string, form: SettingForm = 'value'): readonly Said[] => [
  { key: '', label, value, form },
];

export const sayValue =
  (label: string): Say<string | number> =>
  (value) =>
    one(label, String(value));

/** Text that is long enough to be compared word by word. */
export const sayText =
  (label: string): Say<string> =>
  (value) =>
    one(label, value, 'text');

export const saySwitch =
  (label: string): Say<boolean> =>
  (isOn) =>
    one(label, isOn ? 'on' : 'off');

/** One of a few, each in words of its own. */
export const sayChoice =
  <Value extends string>(label: string, words: { readonly [V in Value]: string }): Say<Value> =>
  (value) =>
    one(label, words[value]);

export const sayReference =
  (label: string): Say<string | null> =>
  (id) =>
    one(label, id ?? '', 'reference');

export const sayDay =
  (label: string): Say<string> =>
  (day) =>
    one(label, describeDay(day));

export const sayTime =
  (label: string): Say<string> =>
  (time) =>
    one(label, describeTime(time));

export const sayTimeZone: Say<string> = (zone) => {
  if (zone === 'customer') return one('time zone', "the customer's");
  return one('time zone', zone === 'project' ? "the project's" : zone);
};

export const sayWeekdays =
  (label: string): Say<readonly Weekday[]> =>
  (days) =>
    one(label, nameWeekdays(days));

export const sayDuration =
  (label: string): Say<Duration> =>
  (duration) =>
    one(label, describeDuration(duration));

export const sayReentry: Say<Reentry> = (reentry) =>
  one('re-entry', describeReentry(reentry).replace(/^, /, '') || 'without limit');

export const sayWhere: Say<readonly Comparison[]> = (where) =>
  one('event properties', where.map(describeComparison).join(' and '), 'text');

export const sayFilter: Say<CustomerFilter> = ({ match, groups }) => {
  const joint = (how: CustomerFilter['match']): string => (how === 'any' ? ' or ' : ' and ');
  const asked = groups.filter(({ conditions }) => conditions.length > 0);
  const words = asked.map((group) => {
    const conditions = group.conditions.map(describeCondition).join(joint(group.match));
    return asked.length > 1 && group.conditions.length > 1 ? `(${conditions})` : conditions;
  });
  return one('condition', words.join(joint(match)), 'text');
};

export const sayVersions: Say<readonly LanguageVersion[]> = (versions) =>
  versions.map(({ language, message }) => ({
    key: language,
    label: versions.length === 1 ? 'message' : `message in ${language}`,
    value: message,
    form: 'text',
  }));

/** Values that are written, or sent, by name. */
export const sayNamed =
  (what: string): Say<readonly (Pick<NamedValue, 'name' | 'value'> & Partial<NamedValue>)[]> =>
  (values) =>
    values.map(({ name, value, type }) => ({
      key: name,
      label: `${what} ${name || 'without a name'}`,
      value: type === undefined || type === 'text' ? value : `${value} (${type})`,
      form: 'text',
    }));

export const sayVariants: Say<SplitSettings['variants']> = (variants) =>
  variants.map(({ id, name, weight }) => ({
    key: id,
    label: `variant ${name || id}`,
    value: `${name}, ${weight} %`,
    form: 'value',
  }));

export const sayWinner: Say<SplitSettings['winner']> = (winner) => {
  if (winner === null) return one('automatic winner', '');
  const by = winner.by === 'event' ? `the event ${winner.event}` : 'click rate';
  return one('automatic winner', `by ${by} after ${describeDuration(winner.after)}`);
};

/** A setting that is left to the project's default. */
export const asProject = 'as the project says';

type Choice<T> =
  | { readonly of: 'project' }
  | { readonly of: 'none' }
  | { readonly of: 'own'; readonly value: T };

/** A setting that a project has a default for. */
export const sayRule =
  <Value>(label: string, sayOwn: Say<Value>): Say<Choice<Value>> =>
  (choice) => {
    if (choice.of === 'own') return sayOwn(choice.value);
    return one(label, choice.of === 'none' ? 'none' : asProject);
  };

type OwnUtm = Extract<SmsSettings['utm'], { of: 'own' }>['value'];

export const sayUtm: Say<OwnUtm> = (utm) => {
  if (utm === 'automatic') return one('link parameters', 'automatic');
  const given = Object.entries(utm).filter(([, value]) => value !== '');
  return one('link parameters', given.map(([name, value]) => `${name} ${value}`).join(', '));
};
