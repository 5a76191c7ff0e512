import type { NodeOf } from '@curlew/scenario';
import { momentOnClock, zoneOf } from '@curlew/scenario';
import type { PoolClient } from 'pg';
import { daySql } from '../audiences/read-value-sql.ts';
import type { Candidates } from './enrol-store.ts';

interface Place {
  readonly timeZone: string | null;
  readonly phoneCountry: string | null;
}

/** Where customers with a value of the attribute live, each place once. */
const readPlaces = async (
  connection: PoolClient,
  { projectId, attribute }: { projectId: string; attribute: string },
): Promise<Place[]> => {
  const { rows } = await connection.query<Place>(
    `SELECT DISTINCT CASE WHEN jsonb_typeof(attributes->'time_zone') = 'string' THEN attributes->>'time_zone' END
         AS "timeZone", phone_country AS "phoneCountry"
     FROM customer WHERE project_id = $1 AND attributes ? $2`,
    [projectId, attribute],
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

/** The customers whose day has come at a moment, by one question to the database (N43); null where nobody lives where it has. */
export const findAnniversaries = async (connection: PoolClient, asked: Asked): Promise<Candidates | null> => {
  const { projectId, projectZone, settings } = asked;
  const attribute = settings.attribute.trim();
  const places = await readPlaces(connection, { projectId, attribute });
  const due = places.flatMap((place) => {
    const day = dayAt(zoneOf(settings.timeZone, place, projectZone), asked);
    return day === null ? [] : [{ ...place, day, base: shiftDay(day, -settings.offsetDays) }];
  });
  if (due.length === 0) return null;
  return {
    sql: `SELECT c.id, NULL::uuid AS event_id, asked.entry_key, 0::smallint AS depth
      FROM unnest($7::text[], $8::text[], $9::date[], $10::text[]) AS asked (time_zone, phone_country, day, entry_key)
      JOIN customer c ON c.project_id = (SELECT project_id FROM entrance)
        AND (CASE WHEN jsonb_typeof(c.attributes->'time_zone') = 'string' THEN c.attributes->>'time_zone' END)
          IS NOT DISTINCT FROM asked.time_zone
        AND c.phone_country IS NOT DISTINCT FROM asked.phone_country
      CROSS JOIN LATERAL (SELECT ${daySql('c.attributes->$11::text', '$12::text')} AS day) own
      WHERE own.day IS NOT NULL AND ${meetsSql[settings.repeat]}`,
    values: [
      due.map(({ timeZone }) => timeZone),
      due.map(({ phoneCountry }) => phoneCountry),
      due.map(({ base }) => base),
      due.map(({ day }) => day),
      attribute,
      projectZone,
    ],
  };
};
