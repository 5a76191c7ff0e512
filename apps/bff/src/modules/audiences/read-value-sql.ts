// The readings of @curlew/scenario (N47 and N49) in SQL. Each takes the SQL of a jsonb value, and gives SQL that is null
// where the value has no such reading and never fails, whatever the value is: conversions stand behind a CASE that has
// looked at the text before.

/** A number of more characters than this is none: a conversion of a longer one may fail. */
const longestNumber = 308;

const numberPattern = '^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)$';

const leapYear = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';
const monthAndDay = [
  '(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])',
  '(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)',
  '02-(?:0[1-9]|1[0-9]|2[0-8])',
].join('|');
const day = `(?!0000)(?:[0-9]{4}-(?:${monthAndDay})|${leapYear}-02-29)`;
const time = '[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]{1,9})?)?';
const localPattern = `^${day}(?:${time})?$`;
const momentPattern = `^${day}${time}(?:Z|[+-](?:[01][0-9]|2[0-3]):?[0-5][0-9])$`;

const plainText = (value: string): string => `(${value} #>> '{}')`;

/** Whether there is anything: null, an empty text and an empty list are nothing. */
export const isKnownSql = (value: string): string => `(${value} <> ALL (ARRAY['null', '""', '[]']::jsonb[]))`;

/** `text`: whole numbers as far as JavaScript counts in ones, in digits. */
export const textSql = (value: string): string => {
  const text = plainText(value);
  const number = `${text}::float8`;
  const wholeNumber = `CASE WHEN ${number} = trunc(${number}) AND abs(${number}) <= ${Number.MAX_SAFE_INTEGER}
    THEN ${number}::int8::text END`;
  return `(CASE jsonb_typeof(${value}) WHEN 'string' THEN nullif(${text}, '') WHEN 'boolean' THEN ${text}
    WHEN 'number' THEN CASE WHEN ${text} ~ '^-?[0-9]{1,15}$' THEN ${text}
      WHEN length(${text}) <= ${longestNumber} THEN ${wholeNumber} END END)`;
};

/** `float8`. */
export const numberSql = (value: string): string => {
  const text = plainText(value);
  const number = `CASE WHEN length(${text}) <= ${longestNumber} THEN ${text}::float8 END`;
  return `(CASE jsonb_typeof(${value}) WHEN 'number' THEN ${number}
    WHEN 'string' THEN CASE WHEN ${text} ~ '${numberPattern}' THEN ${number} END END)`;
};

/** `boolean`. */
export const booleanSql = (value: string): string =>
  `(CASE ${plainText(value)} WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END)`;

/** `boolean`: whether the value is a list with an item, or the one value, that is exactly `item` as a text. */
export const hasItemSql = (value: string, item: string): string =>
  `(CASE jsonb_typeof(${value}) WHEN 'array' THEN EXISTS (
    SELECT FROM jsonb_array_elements(${value}) AS l (item) WHERE ${textSql('l.item')} = ${item})
    ELSE ${textSql(value)} = ${item} END)`;

// PostgreSQL takes offsets of less than 16 hours only and rounds fractions of seconds up, so the text is taken apart.
const dayOfMomentText = (text: string, zone: string): string => {
  const clock = `substring(${text} from '[0-9]{2}:[0-9]{2}(?::[0-9]{2})?')::time`;
  const offset = `CASE WHEN upper(right(${text}, 1)) = 'Z' THEN interval '0' ELSE
    (substring(${text} from '([+-][0-9]{2}):?[0-9]{2}$') || ':' || right(${text}, 2))::interval END`;
  return `((left(${text}, 10)::date + ${clock} - ${offset}) AT TIME ZONE 'UTC' AT TIME ZONE ${zone})::date`;
};

/** `date`: the day on the clock of `zone`, which is SQL too. Numbers are seconds since 1970, of the years 1 to 9999. */
export const daySql = (value: string, zone: string): string => {
  const text = plainText(value);
  const seconds = `${text}::float8`;
  return `(CASE jsonb_typeof(${value}) WHEN 'string' THEN
      CASE WHEN ${text} ~* '${localPattern}' THEN left(${text}, 10)::date
        WHEN ${text} ~* '${momentPattern}' THEN ${dayOfMomentText(text, zone)} END
    WHEN 'number' THEN CASE WHEN length(${text}) <= ${longestNumber} THEN
      CASE WHEN ${seconds} >= -62135596800 AND ${seconds} < 253402300800
        THEN (to_timestamp(trunc(${seconds} * 1000) / 1000) AT TIME ZONE ${zone})::date END END END)`;
};
