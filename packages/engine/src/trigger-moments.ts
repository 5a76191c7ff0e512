import { momentOnClock, readSchedule, type NodeOf, type ScenarioNode } from '@curlew/scenario';

/** Triggers that let customers in by the clock. */
export type TimedTrigger = NodeOf<'on_date' | 'repeat' | 'date_attribute'>;

export const isTimed = (node: ScenarioNode): node is TimedTrigger =>
  node.kind === 'on_date' || node.kind === 'repeat' || node.kind === 'date_attribute';

const dayMs = 86_400_000;

/** The zone whose days begin first, and the one whose days begin last. */
const [firstZone, lastZone] = ['Pacific/Kiritimati', 'Etc/GMT+12'];

let zones: readonly string[] | undefined;

/** Every zone that customers may live in, one for each clock that differs is enough. */
const allZones = (): readonly string[] => {
  zones ??= [...Intl.supportedValuesOf('timeZone'), firstZone, lastZone];
  return zones;
};

const writeDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

const zonesOf = (timeZone: string, projectZone: string): readonly string[] => {
  if (timeZone === 'customer') return allZones();
  return [timeZone === 'project' ? projectZone : timeZone];
};

const known = new Map<string, readonly number[]>();
const keptDays = 16;

// The clocks of all zones are slow to ask, and asked about the same days again and again.
const momentsOfDay = (day: string, time: string, asked: readonly string[]): readonly number[] => {
  const key = `${day} ${time} ${asked.length === 1 ? asked[0] : ''}`;
  const found = known.get(key);
  if (found) return found;
  const moments = [...new Set(asked.map((zone) => momentOnClock(day, time, zone)))].toSorted((a, b) => a - b);
  known.set(key, moments);
  const [oldest] = known.keys();
  if (known.size > keptDays && oldest !== undefined) known.delete(oldest);
  return moments;
};

/** The next moment, later than `after`, at which a clock of one of the zones shows the time of day. */
const nextTimeIn = (
  after: number,
  { time, zones: asked }: { time: string; zones: readonly string[] },
): number => {
  const moments = [-1, 0, 1, 2].flatMap((offset) =>
    momentsOfDay(writeDay(after + offset * dayMs), time, asked),
  );
  return moments.reduce((next, moment) => (moment > after && moment < next ? moment : next), Infinity);
};

const nextOf: {
  readonly [K in TimedTrigger['kind']]: (
    settings: NodeOf<K>['settings'],
    when: { after: number; projectZone: string },
  ) => number | null;
} = {
  // Whoever's own moment comes later is held at the trigger until then.
  on_date: ({ date, time, timeZone }, { after, projectZone }) => {
    const isEach = timeZone === 'customer';
    const zone = timeZone === 'project' ? projectZone : timeZone;
    const moment = momentOnClock(date, time, isEach ? firstZone : zone);
    if (moment > after) return moment;
    return isEach && momentOnClock(date, time, lastZone) > after ? after : null;
  },
  repeat: ({ cron, timeZone }, { after, projectZone }) => {
    const zone = timeZone === 'project' ? projectZone : timeZone;
    const schedule = readSchedule(cron, { timeZone: zone, from: new Date(after), count: 1 });
    return schedule.ok ? (schedule.next[0]?.getTime() ?? null) : null;
  },
  date_attribute: ({ time, timeZone }, { after, projectZone }) =>
    nextTimeIn(after, { time, zones: zonesOf(timeZone, projectZone) }),
};

/** The next moment after `after` at which a trigger lets somebody in, in milliseconds since 1970; null: never again. */
export const nextMoment = (
  node: TimedTrigger,
  when: { readonly after: number; readonly projectZone: string },
): number | null => {
  // The kind picks the function for its own settings, which a generic function cannot show.
  const next = nextOf[node.kind] as (settings: TimedTrigger['settings'], asked: typeof when) => number | null;
  return next(node.settings, when);
};
