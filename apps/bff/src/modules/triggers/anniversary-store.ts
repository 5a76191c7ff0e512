import type { NodeOf } from '@curlew/scenario';
import { momentOnClock, zoneOf } from '@curlew/scenario';
import type { PoolClient } from 'pg';
import { daySql } from '../audiences/read-value-sql.ts';
import type { Candidates } from './enrol-store.ts';

/** Empty where it is not known: texts are joined by hash, and null is not. */
interface Place {
  readonly timeZone: string;
  readonly phoneCountry: string;
}

const placeSql = `coalesce(CASE WHEN jsonb_typeof(c.attributes->'time_zone') = 'string' THEN c.attributes->>'time_zone' END, '')`;

/** Where customers with a value of the attribute live, each place once. */
const readPlaces = async (
  connection: PoolClient,
  { projectId, attribute, among }: { projectId: string; attribute: string; among: readonly string[] | null },
): Promise<Place[]> => {
  const { rows } = await connection.query<Place>(
    `SELECT DISTINCT ${placeSql} AS "timeZone", coalesce(c.phone_country, '') AS "phoneCountry"
     FROM customer c WHERE c.project_id = $1 AND c.attributes ? $2 AND ($3::uuid[] IS NULL OR c.id = ANY($3))`,
    [projectId, attribute, among],
  );
  return rows;
};

interface Asked {
  readonly projectId: string;
  readonly projectZone: string;
  /** Milliseconds since 1970. */
  readonly moment: number;
  readonly settings: NodeOf<'date_attribute'>['settings'];
}

const dayMs = 86_400_000;
const writeDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** The day that begins its turn at a moment where someone lives; null: none does. */
const dayAt = (zone: string, { moment, settings: { time } }: Asked): string | null =>
  [-1, 0, 1]
    .map((offset) => writeDay(moment + offset * dayMs))
    .find((day) => momentOnClock(day, time, zone) === moment) ?? null;

const shiftDay = (day: string, days: number): string => writeDay(Date.parse(day) + days * dayMs);

// `asked.day` is the day that the offset is counted from, `own` that of the customer.
const meetsSql: { readonly [R in NodeOf<'date_attribute'>['settings']['repeat']]: string } = {
  once: 'own.day = asked.day',
  monthly: `own.day <= asked.day AND (extract(day FROM own.day) = extract(day FROM asked.day)
    OR (extract(day FROM own.day) > extract(day FROM asked.day)
      AND asked.day = (date_trunc('month', asked.day) + interval '1 month - 1 day')::date))`,
  yearly: `own.day <= asked.day AND (to_char(own.day, 'MM-DD') = to_char(asked.day, 'MM-DD')
    OR (to_char(own.day, 'MM-DD') = '02-29' AND to_char(asked.day, 'MM-DD') = '02-28'
      AND extract(day FROM (asked.day + 1)) = 1))`,
};

interface DueDay {
  readonly place: Place;
  /** On which it is their turn. */
  readonly day: string;
}

// By the days on which it is their turn where they live.
const candidatesOf = (
  due: readonly DueDay[],
  {
    projectZone,
    settings,
    among,
  }: Pick<Asked, 'projectZone' | 'settings'> & { among: readonly string[] | null },
): Candidates => ({
  // OFFSET 0 keeps the day from being read again wherever it is asked about, and for each of the days.
  sql: `SELECT own.id, NULL::uuid AS event_id, asked.entry_key, 0::smallint AS depth
    FROM (SELECT c.id, ${placeSql} AS time_zone, coalesce(c.phone_country, '') AS phone_country,
        ${daySql('c.attributes->$11::text', '$12::text')} AS day
      FROM customer c WHERE c.project_id = (SELECT project_id FROM entrance) AND c.attributes ? $11::text
        AND ($13::uuid[] IS NULL OR c.id = ANY($13)) OFFSET 0) own
    JOIN unnest($7::text[], $8::text[], $9::date[], $10::text[]) AS asked (time_zone, phone_country, day, entry_key)
      ON own.time_zone = asked.time_zone AND own.phone_country = asked.phone_country
    WHERE own.day IS NOT NULL AND ${meetsSql[settings.repeat]}`,
  values: [
    due.map(({ place }) => place.timeZone),
    due.map(({ place }) => place.phoneCountry),
    due.map(({ day }) => shiftDay(day, -settings.offsetDays)),
    due.map(({ day }) => day),
    settings.attribute.trim(),
    projectZone,
    among,
  ],
});

/** The customers whose day has come at a moment, by one question to the database (N43); null where nobody lives where it has. */
export const findAnniversaries = async (connection: PoolClient, asked: Asked): Promise<Candidates | null> => {
  const { projectId, projectZone, settings } = asked;
  const attribute = settings.attribute.trim();
  const places = await readPlaces(connection, { projectId, attribute, among: null });
  const due = places.flatMap((place): DueDay[] => {
    const day = dayAt(zoneOf(settings.timeZone, place, projectZone), asked);
    return day === null ? [] : [{ place, day }];
  });
  return due.length === 0 ? null : candidatesOf(due, { ...asked, among: null });
};

/** The customers whose day comes within so many days from a moment on, each as often as it does. */
export const findComingAnniversaries = async (
  connection: PoolClient,
  {
    days,
    ...asked
  }: Asked & {
    readonly days: number;
    /** Only these customers are asked about; null: everyone. */
    readonly among: readonly string[] | null;
  },
): Promise<Candidates | null> => {
  const { projectId, projectZone, moment, settings, among } = asked;
  const attribute = settings.attribute.trim();
  const places = await readPlaces(connection, { projectId, attribute, among });
  const around = Array.from({ length: days + 3 }, (_, index) => writeDay(moment + (index - 1) * dayMs));
  const due = places.flatMap((place) => {
    const zone = zoneOf(settings.timeZone, place, projectZone);
    const isComing = (day: string): boolean => {
      const turn = momentOnClock(day, settings.time, zone);
      return turn > moment && turn <= moment + days * dayMs;
    };
    return around.filter(isComing).map((day): DueDay => ({ place, day }));
  });
  return due.length === 0 ? null : candidatesOf(due, asked);
};
