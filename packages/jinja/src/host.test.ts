import { describe, expect, it } from 'vitest';
import { HostRefusal, compileTemplate, decimal, hostFunction, hostLookup, renderTemplate } from './index.ts';
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
