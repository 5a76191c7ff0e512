import { momentOnClock, readSchedule, type NodeOf, type ScenarioNode } from '@curlew/scenario';

/** Triggers that let customers in by the clock. */
export type TimedTrigger = NodeOf<'on_date' | 'repeat' | 'date_attribute'>;

export const isTimed = ({ kind }: ScenarioNode): boolean =>
  kind === 'on_date' || kind === 'repeat' || kind === 'date_attribute';

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

/** Where a day begins at this time of day: the next moment in any of the zones, later than `after`. */
const nextDayMoment = (
  after: number,
  { time, zones: asked }: { time: string; zones: readonly string[] },
): number => {
  const days = [-1, 0, 1, 2].map((offset) => writeDay(after + offset * dayMs));
  let next = Infinity;
  for (const zone of asked)
    for (const day of days) {
      const moment = momentOnClock(day, time, zone);
      if (moment > after && moment < next) next = moment;
    }
  return next;
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
    nextDayMoment(after, { time, zones: zonesOf(timeZone, projectZone) }),
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
