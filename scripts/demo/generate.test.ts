import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { committedSeed, createDemoFiles } from './demo-files.ts';
import { locales } from './locales.ts';
import { brokenPhones, phoneQuotas } from './phones.ts';
import { readCsv, readRows } from './read-csv.ts';

const files = createDemoFiles(committedSeed);
const customers = readRows(files.get('customers.csv') ?? '');
const events = readRows(files.get('events.csv') ?? '');
const ids = new Set(values('registered'));

function values(column: string): readonly string[] {
  return customers.map((customer) => customer[column] ?? '');
}

function countBy(items: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}

describe('the committed files', () => {
  it.each([...files.keys()])('%s is, byte for byte, what the generator makes', (name) => {
    const committed = readFileSync(new URL(`../../demo/${name}`, import.meta.url));
    expect(committed.equals(Buffer.from(files.get(name) ?? ''))).toBe(true);
  });

  it('differ with another seed, and not with the same one', () => {
    expect(createDemoFiles(committedSeed)).toEqual(files);
    expect(createDemoFiles('another seed').get('customers.csv')).not.toBe(files.get('customers.csv'));
  });

  it.each([...files])('%s has LF line ends, ends with one and has no byte order mark', (_, content) => {
    expect(content).not.toMatch(/\r|^\uFEFF/);
    expect(content.endsWith('\n')).toBe(true);
  });
});

describe('customers', () => {
  it('are exactly 2,000, each with an id and an e-mail address of their own', () => {
    expect(customers).toHaveLength(2000);
    expect(ids.size).toBe(2000);
    expect(new Set(values('email')).size).toBe(2000);
    expect(values('registered').filter((id) => !/^C-\d{6}$/.test(id))).toEqual([]);
  });

  it('can be written to nowhere: every address is under a domain reserved for examples', () => {
    expect(
      values('email').filter((email) => !/^[a-z0-9]+(\.[a-z0-9]+)*@example\.(com|org|net)$/.test(email)),
    ).toEqual([]);
  });

  it('live where the locales say', () => {
    const expected: Record<string, number> = {};
    for (const { country, customers: count } of locales) expected[country] = (expected[country] ?? 0) + count;
    expect(countBy(values('country'))).toEqual(expected);
  });

  it('speak 16 languages; 15 are not known and two do not exist', () => {
    const { '': missing, xx, 'tlh-KX': klingon, ...known } = countBy(values('language'));
    expect([missing, xx, klingon]).toEqual([15, 1, 1]);
    expect(Object.keys(known).sort()).toEqual(
      ['ar', 'bg', 'cs', 'de', 'el', 'en', 'es', 'fr', 'hi', 'pl', 'pt', 'sk', 'sv', 'tr', 'uk', 'zh'].sort(),
    );
  });

  it.each([
    ['Cyrillic', /\p{Script=Cyrillic}/u, 150],
    ['Greek', /\p{Script=Greek}/u, 80],
    ['Han', /\p{Script=Han}/u, 60],
    ['Arabic', /\p{Script=Arabic}/u, 24],
    ['Devanagari', /\p{Script=Devanagari}/u, 14],
    ['Latin', /\p{Script=Latin}/u, 1672],
  ])('have names in %s', (_, script, count) => {
    expect(
      customers.filter((customer) => script.test(`${customer['first_name']} ${customer['last_name']}`)),
    ).toHaveLength(count);
  });

  it.each([
    ['a straight apostrophe', 'last_name', /^O'Connor$/],
    ['a curly apostrophe', 'last_name', /^O’Connor$/],
    ['a comma', 'last_name', /, Jr\.$/],
    ['quotes', 'first_name', /"/],
    ['an emoji', 'first_name', /\p{Extended_Pictographic}/u],
    ['joined emoji', 'first_name', /\u200D/],
    ['a combining mark (NFD)', 'first_name', /[eo][\u0301\u0308]/],
    ['full-width letters', 'first_name', /^[\uFF21-\uFF5A]+$/],
    ['something that looks like a template', 'first_name', /\{\{/],
    ['a very long name', 'last_name', /^.{40,}$/],
    ['no last name', 'last_name', /^$/],
    ['no first name', 'first_name', /^$/],
    ['a birthday on 29 February', 'date_of_birth', /-02-29$/],
    ['two cookies', 'cookie', /^[0-9a-f]{16}\|[0-9a-f]{16}$/],
    ['a balance with one decimal', 'balance', /^\d+\.0$/],
    ['a debt', 'balance', /^-/],
    ['several tags', 'tags', /\|/],
    ['a time zone', 'time_zone', /^Europe\/Bratislava$/],
  ])('include someone with %s', (_, column, pattern) => {
    expect(values(column).filter((value) => pattern.test(value)).length).toBeGreaterThan(0);
  });

  it('include someone from a town of at least 60 letters', () => {
    expect(values('city').filter((city) => (city.match(/\p{Letter}/gu) ?? []).length >= 60)).toHaveLength(1);
  });

  it.each([
    ['date_of_birth', /^(\d{4}-\d\d-\d\d)?$/],
    ['signup_date', /^\d{4}-\d\d-\d\d$/],
    ['vip', /^(true|false)$/],
    ['loyalty_points', /^\d+$/],
    ['balance', /^-?\d+\.\d{1,2}$/],
    ['last_order_total', /^(\d+\.\d\d)?$/],
    ['consent_marketing', /^(accept|reject)?$/],
    ['consent_newsletter', /^(accept|reject)?$/],
  ])('have a well-formed %s, every one', (column, pattern) => {
    expect(values(column).filter((value) => !pattern.test(value))).toEqual([]);
  });

  it.each(['date_of_birth', 'signup_date'])('have a %s that is in the calendar', (column) => {
    const dates = values(column).filter((date) => date !== '');
    expect(dates.filter((date) => new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) !== date)).toEqual(
      [],
    );
  });
});

describe('phones', () => {
  const phones = values('phone');
  const present = phones.filter((phone) => phone !== '');
  const dialable = present.filter((phone) => !brokenPhones.includes(phone));

  it('are missing for 40 people and broken for 20', () => {
    expect(phones.length - present.length).toBe(40);
    expect(present.length - dialable.length).toBe(20);
  });

  it('lie in reserved ranges and prefixes that no operator holds, and nowhere else', () => {
    const safe = [
      /^\+447700900\d{3}$/,
      /^\+49(17139200|176040690)\d\d$/,
      /^\+3363998\d{4}$/,
      /^\+467017406(0[5-9]|[1-9]\d)$/,
      /^\+3532091\d{5}$/,
      /^\+1(212|416|617)55501\d\d$/,
      /^\+(421700|420690|34300|48490|380490|359100|351400|886620|41600)000\d{3}$/,
      /^\+(43600|30600|90520)0000\d{3}$/,
    ];
    const international = dialable
      .map((phone) =>
        phone
          .replace(/^00/, '+')
          .replace('(0)', '')
          .replaceAll(/[^+\d]/g, ''),
      )
      .filter((phone) => phone.startsWith('+'));
    expect(international).toHaveLength(dialable.length - phoneQuotas.national);
    const inMistakes = files.get('customers-with-mistakes.csv')?.match(/\+\d+/g) ?? [];
    expect(inMistakes).toHaveLength(10);
    expect(
      [...international, ...inMistakes].filter((phone) => !safe.some((range) => range.test(phone))),
    ).toEqual([]);
  });

  it('are different for everyone but five pairs', () => {
    expect(dialable.length - new Set(dialable).size).toBe(5);
  });

  it('are sometimes written the way people write them', () => {
    expect(dialable.filter((phone) => phone.startsWith('00'))).toHaveLength(phoneQuotas.doubleZero);
    expect(dialable.filter((phone) => /^\+\d+( \d+)+$/.test(phone))).toHaveLength(phoneQuotas.spaces);
    expect(dialable.filter((phone) => /^\+\d+(-\d+)+$/.test(phone))).toHaveLength(phoneQuotas.dashes);
    expect(dialable.filter((phone) => phone.includes('('))).toHaveLength(phoneQuotas.brackets);
    expect(dialable.filter((phone) => /^(0(?!0)|[1-9])\d+$/.test(phone))).toHaveLength(phoneQuotas.national);
  });

  it('include a handful in the United States', () => {
    expect(dialable.filter((phone) => /^\+1(212|617)/.test(phone)).length).toBeGreaterThanOrEqual(5);
  });
});

describe('events', () => {
  const signups = new Map(
    customers.map((customer) => [customer['registered'], customer['signup_date'] ?? '']),
  );

  it('are about 6,000, of four kinds', () => {
    expect(events.length).toBeGreaterThan(5500);
    expect(events.length).toBeLessThan(6500);
    expect(Object.keys(countBy(events.map(({ type = '' }) => type))).sort()).toEqual(
      ['cart_update', 'page_view', 'purchase', 'session_start'].sort(),
    );
  });

  it('happened in the 90 days before 2026-11-01, in order, to a customer who had signed up', () => {
    const times = events.map(({ timestamp = '' }) => timestamp);
    expect(times).toEqual([...times].sort());
    expect(times.filter((time) => !/^2026-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/.test(time))).toEqual([]);
    expect(times.filter((time) => time < '2026-08-03T' || time >= '2026-11-01T')).toEqual([]);
    const strangers = events.filter(({ registered = '', timestamp = '' }) => {
      const signup = signups.get(registered);
      return signup === undefined || timestamp.slice(0, 10) < signup;
    });
    expect(strangers).toEqual([]);
  });

  it('have purchases whose items add up to the total, the last of which the customer file repeats', () => {
    const purchases = events.filter(({ type }) => type === 'purchase');
    expect(purchases.length).toBeGreaterThan(200);
    const lastTotals = new Map<string, number>();
    for (const { registered = '', properties = '' } of purchases) {
      const { total_price: total, items } = parsePurchase(properties);
      const sum = items.reduce((cents, { price, quantity }) => cents + Math.round(price * 100) * quantity, 0);
      expect(Math.round(total * 100)).toBe(sum);
      lastTotals.set(registered, total);
    }
    for (const [id, total] of lastTotals) {
      const customer = customers.find(({ registered }) => registered === id);
      expect(customer?.['last_order_total']).toBe(total.toFixed(2));
    }
  });
});

type Purchase = { total_price: number; items: readonly { price: number; quantity: number }[] };

function parsePurchase(properties: string): Purchase {
  // Parsing: the test reads back what `describePurchase` wrote, and fails on NaN if it is anything else.
  return JSON.parse(properties) as Purchase;
}

describe('the customers with mistakes', () => {
  const text = files.get('customers-with-mistakes.csv') ?? '';
  const unclosed = text.lastIndexOf('"');
  // The reader of these tests knows no broken quotes, so the one that is never closed is taken out first.
  const [header = [], ...records] = readCsv(text.slice(0, unclosed) + text.slice(unclosed + 1));

  it('have the columns of the customer file, and ids that it does not use', () => {
    expect(header).toEqual(readCsv(files.get('customers.csv') ?? '')[0]);
    expect(records.filter(([id = '']) => ids.has(id))).toEqual([]);
  });

  it('are 12, of whom five are broken, each in another way', () => {
    expect(records).toHaveLength(12);
    const found = records.map((record, index) => {
      if (record[0] === '') return 'no id';
      if (record.length !== header.length) return 'columns';
      if (record[9] === '1987-02-31') return 'date';
      if (!/^\d*$/.test(record[11] ?? '')) return 'number';
      return index === 11 ? 'quote' : 'good';
    });
    expect(countBy(found)).toEqual({ good: 7, 'no id': 1, columns: 1, date: 1, number: 1, quote: 1 });
  });

  it('end inside a quoted field', () => {
    expect((text.match(/"/g) ?? []).length % 2).toBe(1);
  });
});
