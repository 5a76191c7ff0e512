import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import {
  HostRefusal,
  calendarDate,
  compileTemplate,
  decimal,
  hostFunction,
  hostLookup,
  hostValue,
  parseExactJson,
  renderTemplate,
  writeExactJson,
} from './index.ts';
import { errorCodes, render } from './testing/render.ts';

const functions = {
  voucher: hostFunction(
    { pool: 'text', size: 'number?' },
    ({ pool, size = 3 }) => `${pool}-${'1'.repeat(size)}`,
  ),
  refuse: hostFunction({}, () => {
    throw new HostRefusal('the pool is empty');
  }),
  broken: hostFunction({}, () => {
    throw new Error('a bug of the host');
  }),
  moment: hostFunction({}, (_args, moment) => ({ ...moment })),
};
const filters = {
  shout: hostFunction(
    { value: 'text', loud: 'boolean?' },
    ({ value, loud }) => value.toUpperCase() + (loud === true ? '!' : ''),
  ),
};
const now = Date.UTC(2026, 2, 9, 14, 5, 30);

describe('host', () => {
  it('[J26] adds functions and filters by name', () => {
    expect(
      render(
        "{{ voucher('spring') }} {{ voucher(pool='x', size=1) }} {{ 'a'|shout }} {{ 'a'|shout(loud=true) }}",
        {},
        { functions, filters },
      ),
    ).toBe('spring-111 x-1 A A!');
    expect(
      render('{{ moment().now }} {{ moment().timeZone }}', {}, { functions, now, timeZone: 'Europe/Prague' }),
    ).toBe(`${now} Europe/Prague`);
  });

  it.each([
    ['{{ voucher() }}', 'type'],
    ['{{ voucher([1]) }}', 'type'],
    ["{{ voucher('a', 'b') }}", 'type'],
    ["{{ voucher('a', 1, 2) }}", 'type'],
    ["{{ voucher('a', nope=2) }}", 'type'],
    ['{{ voucher(missing) }}', 'undefined'],
    ['{{ refuse() }}', 'value'],
  ])('[J26] reports %s as an error of the template', (source, code) => {
    expect(errorCodes(source, {}, { functions })).toEqual([code]);
  });

  it('[J26] lets bugs of the host pass through', () => {
    expect(() => render('{{ broken() }}', {}, { functions })).toThrow('a bug of the host');
  });

  it('[J27] looks names up when a template asks for them', () => {
    const asked: string[] = [];
    const catalogs = hostLookup('catalogs', (name) => {
      asked.push(name);
      return name === 'Shoes'
        ? { item_by_id: hostFunction({ id: 'text' }, ({ id }) => ({ id, title: `Boot ${id}` })) }
        : undefined;
    });
    expect(
      render(
        "{{ catalogs.Shoes.item_by_id('7').title }} {{ catalogs['Shoes'].item_by_id(8).id }} [{{ catalogs.Hats }}]",
        { catalogs },
      ),
    ).toBe('Boot 7 8 []');
    expect(asked).toEqual(['Shoes', 'Shoes', 'Hats', 'Hats']);
  });

  it('[J27] works a value out when it is asked for, and once', () => {
    let asked = 0;
    const iitt = hostValue(({ now: moment }) => {
      asked += 1;
      return `token-${moment}`;
    });
    expect(render('{{ 1 }}', { iitt })).toBe('1');
    expect(asked).toBe(0);
    expect(render("{{ '?iitt=' ~ iitt }} {{ iitt }}", { iitt }, { now: 7 })).toBe('?iitt=token-7 token-7');
    expect(asked).toBe(1);
    const refuses = hostValue(() => {
      throw new HostRefusal('no page in a test send');
    });
    expect(errorCodes('{{ page }}', { page: refuses })).toEqual(['value']);
    const lookup = hostLookup('consent', () => {
      throw new HostRefusal('no page in a test send');
    });
    expect(errorCodes('{{ consent.page }}', { consent: lookup })).toEqual(['value']);
    expect(render('[{{ nothing }}]', { nothing: hostValue(() => undefined) })).toBe('[]');
  });

  it('[J28] hands typed values over as what they are', () => {
    const context = {
      price: decimal(20),
      big: 12345678901234567890n,
      large: 2 ** 60,
      at: new Date(now),
      map: new Map([
        ['b', 1],
        ['1', 2],
      ]),
      zero: -0,
    };
    expect(
      render('{{ price }} {{ price / 8 }} {{ big + 1 }} {{ large }} {{ map }} {{ zero }}', context),
    ).toBe("20.0 2.5 12345678901234567891 1152921504606846976 {'b': 1, '1': 2} 0");
    expect(
      render(
        "{{ at }} {{ at.hour }} {{ at.strftime('%d.%m. %H:%M') }} {{ at < at }} {{ at.isoformat() }}",
        context,
        { timeZone: 'Europe/Prague' },
      ),
    ).toBe('2026-03-09 15:05:30+01:00 15 09.03. 15:05 False 2026-03-09T15:05:30+01:00');
  });

  const dates = {
    birthday: calendarDate('1990-05-01'),
    leaves: calendarDate('2026-03-29T02:30'),
    sent: calendarDate('2026-03-09T14:05:30+02:00'),
    unclear: calendarDate('soon'),
  };
  it.each([
    [
      '{{ birthday }} {{ [birthday] }} {{ birthday.day }} {{ birthday|tojson }}',
      '1990-05-01 [date(1990-05-01)] 1 "1990-05-01"',
    ],
    [
      "{{ birthday|from_timestamp('%d.%m.%Y') }} {{ birthday|from_timestamp('US', 'Asia/Tokyo') }}",
      '01.05.1990 05/01/1990',
    ],
    ["{{ birthday.strftime('%A') }} {{ '{:%d/%m}'.format(birthday) }}", 'Tuesday 01/05'],
    // The night the clocks go forward: half past two does not exist, and is half past three.
    ['{{ leaves }}', '2026-03-29 03:30:00+02:00'],
    ["{{ sent }} {{ sent|from_timestamp('%H:%M', 'UTC') }}", '2026-03-09 13:05:30+01:00 12:05'],
    [
      "{{ '2026-11-30'|from_timestamp('%d.%m.') }} {{ '2026-11-30T23:30:00Z'|from_timestamp('%d.%m.') }}",
      '30.11. 01.12.',
    ],
    [
      '{{ birthday < sent }} {{ sent < time }} {{ sent < "2026-03-10" }} {{ birthday == "1990-05-01" }}',
      'True True True True',
    ],
    ['{{ birthday == "May" }} {{ birthday != sent }} {{ birthday == birthday }}', 'False True True'],
    [
      '{{ ((time - sent) / 60)|round|int }} {{ sent - birthday > 0 }} {{ birthday|int }}',
      '120 True 641512800',
    ],
    ['[{{ unclear }}]', '[]'],
  ])('[J28] knows dates: %s', (source, expected) => {
    expect(render(source, dates, { now, timeZone: 'Europe/Prague' })).toBe(expected);
  });

  it.each([
    '2026-02-30',
    '2026-13-01',
    '2026-1-1',
    '2026-01-01T24:00',
    '2026-01-01T10:00+99:00',
    '20260101',
    '',
  ])('[J28] takes %j for no date', (text) => {
    expect(calendarDate(text)).toBeUndefined();
  });

  it('[J28] reads and writes JSON without loss', () => {
    const text = '{"a":20.0,"b":12345678901234567890,"c":[1.5,-3.0,7],"e":"20.0","__proto__":{"x":2.0}}';
    expect(writeExactJson(parseExactJson(text))).toBe(text);
    expect(render('{{ d.a }} {{ d.b }} {{ d.c }} {{ d.e }}', { d: parseExactJson(text) })).toBe(
      '20.0 12345678901234567890 [1.5, -3.0, 7] 20.0',
    );
    expect(writeExactJson(decimal(1e21))).toBe('1000000000000000000000.0');
    expect(() => parseExactJson('{')).toThrow(SyntaxError);
    const shout = (text: string): string => text.toUpperCase();
    expect(
      writeExactJson(
        Object.fromEntries<unknown>([
          ['a', ['b', { c: 1n }]],
          ['__proto__', 'd'],
        ]),
        shout,
      ),
    ).toBe('{"A":["B",{"C":1}],"__PROTO__":"D"}');
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value);
        expect(JSON.parse(writeExactJson(parseExactJson(json)))).toEqual(JSON.parse(json));
      }),
    );
  });

  it.each([
    ['20.0', '20.0'],
    ['300.00', '300.0'],
    ['1e3', '1000.0'],
    ['-2E2', '-200.0'],
    ['1.00000000000000000001', '1.0'],
    ['12.05', '12.05'],
    ['9007199254740993', '9007199254740993'],
    ['20', '20'],
  ])('[J28] reads %s as %s wherever it stands', (number, written) => {
    const data = parseExactJson(`{"id":"a4e2","a":${number},"list":[${number}, ${number}]}`);
    const last = parseExactJson(number);
    expect(render('{{ d.a }} {{ d.list[0] }} {{ d.list[1] }} {{ last }}', { d: data, last })).toBe(
      Array(4).fill(written).join(' '),
    );
  });

  it.each([
    ["{{ 1477229914|from_timestamp('%d/%m/%Y %H:%M:%S') }}", '23/10/2016 13:38:34'],
    ["{{ 1477229914|from_timestamp('%-d. %-m. %Y %H:%M', 'Europe/Prague') }}", '23. 10. 2016 15:38'],
    ["{{ '1477229914'|from_timestamp('%A %B %j %p %y %%') }}", 'Sunday October 297 PM 16 %'],
    [
      "{{ 1477229914|from_timestamp('%a %b %e %I %V %G %u %w %U %W %z %s') }}",
      'Sun Oct 23 01 42 2016 7 0 43 42 +0000 1477229914',
    ],
    [
      "{{ 1477229914|from_timestamp('US') }} {{ 1477229914|from_timestamp('GB') }} {{ 1477229914|from_timestamp('de') }}",
      '10/23/2016 23/10/2016 23.10.2016',
    ],
    ["{{ time }} {{ time|from_timestamp('%F %T') }}", `${now / 1000} 2026-03-09 14:05:30`],
  ])('[J29] formats moments: %s', (source, expected) => {
    expect(render(source, {}, { now })).toBe(expected);
  });

  it.each([
    "{{ 'soon'|from_timestamp }}",
    '{{ 1e300|from_timestamp }}',
    "{{ 0|from_timestamp('%Q') }}",
    "{{ 0|from_timestamp('nowhere land') }}",
    "{{ 0|from_timestamp('%d', 'Mars/Base') }}",
  ])('[J29] refuses %s', (source) => {
    expect(errorCodes(source)).toHaveLength(1);
  });

  it('[J30] gives the same text for the same template, data and options', () => {
    const compiled = compileTemplate('{{ xs|random }}{{ xs|random }}{{ time }}{{ lipsum(1) }}');
    if (!compiled.ok) throw new Error('the template of this test is broken');
    const once = (): unknown => renderTemplate(compiled.template, { xs: [1, 2, 3, 4, 5] }, { now });
    expect(once()).toEqual(once());
    const rolls = [0.1, 0.9];
    expect(
      render('{{ xs|random }}{{ xs|random }}', { xs: [1, 2, 3] }, { random: () => rolls.shift() ?? 0 }),
    ).toBe('13');
  });
});
