import * as fc from 'fast-check';
import {
  comparisonTypes,
  durationUnits,
  identityTransfers,
  waitModes,
  webhookMethods,
  weekdays,
  type NodeKind,
  type NodeOf,
} from '@curlew/scenario';
import { anyComparison, anyFilter } from './any-filter.ts';

type AnySettings = { readonly [K in NodeKind]: fc.Arbitrary<NodeOf<K>['settings']> };

/** Mostly one of the good ones, now and then any short text. */
const mostlyOneOf = (...good: readonly [string, ...string[]]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
  );

const anyMessage = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('Hello', 'Hi {{ customer.first_name }}', 'Ahoj', '你好') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
);

const anyDuration = fc.record({
  amount: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 90 }) },
    { weight: 1, arbitrary: fc.constant(0) },
  ),
  unit: fc.constantFrom(...durationUnits),
});
const anyDate = mostlyOneOf('2026-11-30', '2028-02-29');
const anyTime = mostlyOneOf('09:00', '21:30');
const anyZone = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('customer', 'project', 'Europe/Prague') },
  { weight: 1, arbitrary: fc.constant('Europe/Nowhere') },
);
const anyWeekdays = fc.subarray([...weekdays]);
const anyEvent = mostlyOneOf('purchase', 'visit');
const anyWhere = fc.array(anyComparison, { maxLength: 2 });
const anyReentry = fc.record({
  mode: fc.constantFrom('unlimited' as const, 'once' as const, 'period' as const),
  days: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 90 }) },
    { weight: 1, arbitrary: fc.constant(0) },
  ),
});
const anyNamedValues = fc.array(
  fc.record({
    name: mostlyOneOf('tier', 'points', 'since'),
    type: fc.constantFrom(...comparisonTypes),
    value: mostlyOneOf('', '{{ customer.points }}', '12'),
  }),
  { maxLength: 2 },
);
const anyCategory = fc.option(fc.uuid(), { freq: 8 });

const anySilentHours = fc.record({
  from: anyTime,
  to: anyTime,
  silentDays: anyWeekdays,
  timeZone: anyZone,
});

/** A setting that a project has a default for; mostly that. */
const anyChoice = <Value>(own: fc.Arbitrary<Value>) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant({ of: 'project' as const }) },
    { weight: 1, arbitrary: fc.constant({ of: 'none' as const }) },
    { weight: 3, arbitrary: fc.record({ of: fc.constant('own' as const), value: own }) },
  );

/** Any settings of each kind: mostly such that a scenario with them can start. */
export const anySettings: AnySettings = {
  now: fc.constant({}),
  on_date: fc.record({ date: anyDate, time: anyTime, timeZone: anyZone }),
  repeat: fc.record({
    cron: mostlyOneOf('0 9 * * 1', '*/15 * * * *', '30 8 1 * *'),
    timeZone: anyZone,
    reentry: anyReentry,
  }),
  on_event: fc.record({ event: anyEvent, where: anyWhere, reentry: anyReentry }),
  date_attribute: fc.record({
    attribute: mostlyOneOf('birthday'),
    offsetDays: fc.integer({ min: -365, max: 365 }),
    repeat: fc.constantFrom('once' as const, 'monthly' as const, 'yearly' as const),
    time: anyTime,
    timeZone: anyZone,
  }),
  api: fc.record({ reentry: anyReentry }),
  condition: fc.record({ filter: anyFilter }),
  wait: fc.record({
    mode: fc.constantFrom(...waitModes),
    duration: anyDuration,
    date: anyDate,
    time: anyTime,
    timeZone: anyZone,
    weekdays: anyWeekdays,
    expression: mostlyOneOf('{{ range(0, 60)|random }}', '30'),
    expressionUnit: fc.constantFrom(...durationUnits),
    event: anyEvent,
    where: anyWhere,
    timeout: anyDuration,
  }),
  silent_hours: anySilentHours,
  split: fc
    .tuple(
      fc.integer({ min: 0, max: 100 }),
      fc.option(fc.constantFrom('click_rate' as const, 'event' as const)),
      anyDuration,
      anyEvent,
    )
    .map(([weight, by, after, event]) => ({
      variants: [
        { id: 'a', name: 'A', weight },
        { id: 'b', name: 'B', weight: 100 - weight },
      ],
      winner: by === null ? null : { after, by, event },
    })),
  limit: fc.record({ most: fc.integer({ min: 0, max: 100_000_000 }) }),
  sms: fc.record({
    integrationId: fc.option(fc.uuid()),
    sender: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom('Curlew', '+447700900000', '{{ project.name }}') },
      { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
    ),
    defaultLanguage: fc.oneof(
      { weight: 12, arbitrary: fc.constant('en') },
      { weight: 1, arbitrary: fc.constant('sk') },
    ),
    versions: fc
      .tuple(anyMessage, fc.subarray(['sk', 'pt-BR', 'zh-Hant']), anyMessage)
      .map(([message, others, other]) => [
        { language: 'en', message },
        ...others.map((language) => ({ language, message: other })),
      ]),
    maximumParts: fc.integer({ min: 1, max: 8 }),
    consentCategoryId: fc.option(fc.uuid()),
    frequencyPolicy: anyChoice(fc.uuid()),
    silentHours: anyChoice(anySilentHours),
    expiry: anyChoice(anyDuration),
    linkShortener: fc.constantFrom('project' as const, 'on' as const, 'off' as const),
    identityTransfer: fc.constantFrom('project' as const, ...identityTransfers),
    utm: anyChoice(
      fc.oneof(
        fc.constant('automatic' as const),
        fc.record({
          source: mostlyOneOf('shop', ''),
          medium: mostlyOneOf('sms', ''),
          campaign: mostlyOneOf('spring', ''),
          term: mostlyOneOf('', 'boots'),
          content: mostlyOneOf('', 'top'),
        }),
      ),
    ),
    eventProperties: anyNamedValues,
  }),
  webhook: fc.record({
    method: fc.constantFrom(...webhookMethods),
    url: mostlyOneOf('https://example.com/hook', '{{ project.url }}/hook'),
    headers: fc.array(
      fc.record({ name: mostlyOneOf('Authorization', 'X-Token'), value: mostlyOneOf('{{ project.id }}') }),
      { maxLength: 2 },
    ),
    body: mostlyOneOf('{}', '{{ customer|tojson }}'),
    timeoutSeconds: fc.integer({ min: 1, max: 30 }),
  }),
  set_attribute: fc.record({ attributes: anyNamedValues }),
  track_event: fc.record({ event: anyEvent, properties: anyNamedValues, mayTrigger: fc.boolean() }),
  change_consent: fc.record({
    categoryId: anyCategory,
    action: fc.constantFrom('grant' as const, 'revoke' as const),
    validDays: fc.option(fc.integer({ min: 1, max: 3_650 })),
  }),
};
