import type { Client, Pool } from 'pg';

const names = ['Jana', 'Peter', 'Zoë', 'Łukasz', 'Anna', 'Mária', 'John', 'Siobhán', 'Jürgen', 'Chloe'];
const cities = ['Bratislava', 'Praha', 'London', 'Košice', 'Wien', 'Brno', 'Leeds', 'Žilina', 'Graz', 'York'];

/** A project of the one user there is, with customers of about 500 bytes each; returns its id. */
export const makeAudience = async (client: Client | Pool, customers: number): Promise<string> => {
  const { rows } = await client.query<{ id: string }>(
    `WITH made AS (INSERT INTO project (id, name, time_zone) VALUES (new_uuid(), 'Bench', 'UTC') RETURNING id)
     INSERT INTO membership (project_id, user_id, role)
     SELECT made.id, user_account.id, 'owner' FROM made, user_account RETURNING project_id AS id`,
  );
  const projectId = rows[0]?.id ?? '';
  await client.query(
    `INSERT INTO customer (id, project_id, attributes, phone_e164, phone_country, search_text)
     SELECT new_uuid(), $1, jsonb_build_object(
         'first_name', ($3::text[])[1 + n % 10] || CASE WHEN n % 3 = 0 THEN ' ' || chr(65 + n % 26) ELSE '' END,
         'last_name', 'Customer ' || n, 'email', 'customer' || n || '@example.com',
         'city', ($4::text[])[1 + n / 10 % 10], 'points', n::bigint * 7919 % 10007,
         'language', (ARRAY['en', 'sk', 'cs', 'de'])[1 + n % 4], 'phone', '+4219' || lpad(n::text, 8, '0'),
         'street', 'Long street ' || n % 977, 'gender', CASE WHEN n % 2 = 0 THEN 'f' ELSE 'm' END,
         'lifetime_value', round((n * 31 % 100000) / 100.0, 2), 'newsletter', n % 5 > 0, 'segment', 'segment ' || n % 12,
         'interests', jsonb_build_array('shoes', 'hats', 'interest ' || n % 40)),
       CASE WHEN n % 50 > 0 THEN '+4219' || lpad(n::text, 8, '0') END,
       CASE WHEN n % 50 > 0 THEN (ARRAY['SK', 'CZ', 'GB', 'DE'])[1 + n % 4] END, ''
     FROM generate_series(1, $2::int) AS n`,
    [projectId, customers, names, cities],
  );
  await client.query('VACUUM ANALYZE customer');
  return projectId;
};
