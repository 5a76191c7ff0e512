import type { NodeKind, NodeOf } from './node.ts';
import { describeSilentHours } from './nodes/silent-hours.ts';
import {
  asProject,
  type Say,
  sayChoice,
  sayDay,
  sayDuration,
  sayFilter,
  sayNamed,
  sayReentry,
  sayReference,
  sayRule,
  saySwitch,
  sayText,
  sayTime,
  sayTimeZone,
  sayUtm,
  sayValue,
  sayVariants,
  sayVersions,
  sayWeekdays,
  sayWhere,
  sayWinner,
} from './say-settings.ts';

/** The words of a kind's settings, in the order in which they are read. */
export type SettingWords<K extends NodeKind> = {
  readonly [F in keyof NodeOf<K>['settings']]-?: Say<NodeOf<K>['settings'][F]>;
};

const event = sayValue('event');

/** What each setting of each node kind is called and how its value is said; one that is missing does not compile. */
export const settingWords: { readonly [K in NodeKind]: SettingWords<K> } = {
  now: {},
  on_date: { date: sayDay('date'), time: sayTime('time'), timeZone: sayTimeZone },
  repeat: { cron: sayValue('schedule'), timeZone: sayTimeZone, reentry: sayReentry },
  on_event: { event, where: sayWhere, reentry: sayReentry },
  date_attribute: {
    attribute: sayValue('attribute'),
    offsetDays: sayValue('days after the date'),
    repeat: sayChoice('repeats', { once: 'never', monthly: 'monthly', yearly: 'yearly' }),
    time: sayTime('time'),
    timeZone: sayTimeZone,
  },
  api: { reentry: sayReentry },
  condition: { filter: sayFilter },
  wait: {
    mode: sayChoice('waits', {
      duration: 'for a while',
      date: 'until a date',
      time_of_day: 'until a time of day',
      expression: 'as a template says',
      event: 'for an event',
    }),
    duration: sayDuration('length'),
    date: sayDay('date'),
    time: sayTime('time'),
    timeZone: sayTimeZone,
    weekdays: sayWeekdays('weekdays'),
    expression: sayText('template'),
    expressionUnit: sayValue('unit of the template'),
    event,
    where: sayWhere,
    timeout: sayDuration('time-out'),
  },
  silent_hours: {
    from: sayTime('silent from'),
    to: sayTime('silent until'),
    silentDays: sayWeekdays('silent days'),
    timeZone: sayTimeZone,
  },
  split: { variants: sayVariants, winner: sayWinner },
  limit: { most: sayValue('limit') },
  sms: {
    versions: sayVersions,
    sender: sayValue('sender'),
    defaultLanguage: sayValue('default language'),
    maximumParts: sayValue('most parts'),
    integrationId: sayReference('provider'),
    consentCategoryId: sayReference('consent category'),
    frequencyPolicy: sayRule('frequency policy', (id) => sayReference('frequency policy')(id)),
    silentHours: sayRule('silent hours', (hours) => sayValue('silent hours')(describeSilentHours(hours))),
    expiry: sayRule('expires after', sayDuration('expires after')),
    linkShortener: sayChoice('link shortener', { project: asProject, on: 'on', off: 'off' }),
    identityTransfer: sayChoice('identity transfer', {
      project: asProject,
      off: 'off',
      first_click: 'at the first click',
      every_click: 'at every click',
    }),
    utm: sayRule('link parameters', sayUtm),
    eventProperties: sayNamed('event property'),
  },
  webhook: {
    method: sayValue('method'),
    url: sayText('address'),
    headers: sayNamed('header'),
    body: sayText('body'),
    timeoutSeconds: sayValue('time-out in seconds'),
  },
  set_attribute: { attributes: sayNamed('attribute') },
  track_event: {
    event,
    properties: sayNamed('property'),
    mayTrigger: saySwitch('may start scenarios'),
  },
  change_consent: {
    action: sayChoice('action', { grant: 'give', revoke: 'revoke' }),
    categoryId: sayReference('consent category'),
    validDays: (days) => sayValue('valid for days')(days ?? ''),
  },
};
