import { describe, expect, it } from 'vitest';
import { HostRefusal, decimal, hostFunction, hostValue } from '../index.ts';
import { errorCodes, render } from '../testing/render.ts';

function failing(): never {
  throw new Error('secret of the host');
}
const revoked = Proxy.revocable<unknown[]>([], {});
revoked.revoke();
const getter: unknown = Object.defineProperty({ plain: 1 }, 'broken', { enumerable: true, get: failing });
const proxy: unknown = new Proxy({ a: 1 }, { get: failing, getOwnPropertyDescriptor: failing });
const unlisted: unknown = new Proxy({ a: 1 }, { ownKeys: failing });
const fakeMap: unknown = Object.create(Map.prototype);
const fakeDate: unknown = Object.create(Date.prototype);
const place: unknown = Object.defineProperty([1, 2], '1', { get: failing });

/** A list that says its length is something else. */
function lengthIs(length: unknown): unknown {
  return new Proxy([], { get: (list, key) => (key === 'length' ? length : Reflect.get(list, key)) });
}

describe('data that cannot be read', () => {
  it.each<[source: string, context: Readonly<Record<string, unknown>>, place: string]>([
    ['Hi {{ x.broken }}', { x: getter }, 'x.broken'],
    ['Hi {{ x["broken"] }}', { x: getter }, 'x["broken"]'],
    ['{{ x.plain }}{{ x }}', { x: getter }, ''],
    ['Hi {{ x.a }}', { x: proxy }, 'x.a'],
    ['Hi {{ x|length }}', { x: unlisted }, ''],
    ['Hi {{ x }}', { x: revoked.proxy }, 'x'],
    ['{% if y %}{% endif %}{{ x.z.a }}', { x: { z: revoked.proxy } }, 'x.z'],
    ['Hi {{ x }}', { x: fakeDate }, 'x'],
    ['Hi {{ x.a }}', { x: fakeMap }, 'x.a'],
    ['Hi {{ x }}', { x: place }, 'x'],
    ['Hi {{ x|length }}', { x: lengthIs(Symbol('length')) }, 'x'],
    ['Hi {{ x|length }}', { x: lengthIs({ valueOf: failing }) }, 'x'],
    ['Hi {{ x }}', revoked.proxy as unknown as Readonly<Record<string, unknown>>, 'x'],
  ])('[J25] is an error where %s reads it', (source, context, read) => {
    const result = render(source, context);
    if (typeof result === 'string') throw new Error(`rendered '${result}'`);
    const [error] = result;
    expect(error?.code).toBe('value');
    expect(error?.message).not.toContain('secret');
    expect(source.slice(error?.start, error?.end)).toContain(read);
  });

  it.each([Number.NaN, Infinity, 10n ** 12n, '1e9', () => 1])(
    '[J23] does not switch the budgets off with a list of length %s',
    (length) => {
      expect(errorCodes('{{ x|length }}', { x: lengthIs(length) })).toEqual(['too_much_memory']);
    },
  );

  it('[J19] runs no method of a Map, a Date or a list of the data', () => {
    const map = new Map([['a', 1]]);
    const date = new Date(0);
    const list = [1, 2];
    Object.assign(map, { get: failing, keys: failing, [Symbol.iterator]: failing });
    Object.assign(date, { getTime: failing, valueOf: failing });
    Object.assign(list, { map: failing, [Symbol.iterator]: failing });
    expect(
      render('{{ map }}{{ map.a }} {{ date.year }} {{ list }}{{ list[::-1] }}', { map, date, list }),
    ).toBe("{'a': 1}1 1970 [1, 2][2, 1]");
  });

  it.each([8.64e15, -8.64e15, Number.NaN])(
    '[J28] takes a date at the end of all dates, %s, for none',
    (ms) => {
      expect(render('{{ d }}', { d: new Date(ms) })).toBe('None');
    },
  );

  it('[J29] refuses a moment at the end of all dates', () => {
    for (const seconds of ['8640000000000', '-8640000000000'])
      expect(errorCodes(`{{ (${seconds})|from_timestamp('%Y', 'Asia/Tokyo') }}`)).toEqual(['value']);
  });

  it('[J26] gives a function of the host floats that come back as floats', () => {
    const same = hostFunction({ value: 'any' }, ({ value }) => value);
    expect(render('{{ same(2.0) }} {{ same([1.0, 2]) }} {{ same(2.5) }}', {}, { functions: { same } })).toBe(
      '2.0 [1.0, 2] 2.5',
    );
    expect(render('{{ x }}', { x: decimal(2) })).toBe('2.0');
  });

  it('[J27] asks a value of the host that is nothing once', () => {
    let asked = 0;
    const nothing = hostValue(() => {
      asked += 1;
      return undefined;
    });
    expect(render('[{{ x }}{{ x }}{{ y.x }}]', { x: nothing, y: { x: nothing } })).toBe('[]');
    expect(asked).toBe(1);
    const refusal = hostValue(() => {
      throw new HostRefusal('not here');
    });
    expect(errorCodes('{{ x }}', { x: refusal })).toEqual(['value']);
  });

  it('[J12] tells the keys of the data from the identities of other keys', () => {
    const data = { '\udfffn7d0': 'a', '\udffft': 'b', '\udfffs': 'c' };
    expect(
      render('{{ d[2000] is defined }}{{ d[()] is defined }}{{ d["\\udfffs"] }}{{ d["\\udffft"] }}', {
        d: data,
      }),
    ).toBe('FalseFalsecb');
  });

  it('[J16] shortens a message that quotes megabytes, and keeps what to do', () => {
    const result = render("{{ 0|from_timestamp('%d', z) }}", { z: 'x'.repeat(1_000_000) });
    if (typeof result === 'string') throw new Error('rendered');
    expect(result[0]?.message.length).toBeLessThan(1_000);
    expect(result[0]?.message).toMatch(/is not a time zone: use a name like 'Europe\/Prague'$/);
  });
});
