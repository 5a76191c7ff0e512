import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTemplate, defaultLimits, renderTemplate, scanTemplate } from './index.ts';
import { hostileTemplates } from './testing/hostile-templates.ts';
import type { HostileTemplate } from './testing/each-attack.ts';
import { machineSlowness } from './testing/machine-slowness.ts';
import { errorCodes, render } from './testing/render.ts';

/** Processor time of a run: the test machine may be busy with other things. */
function processorMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000;
}

/**
 * Processor time within which every attack ends: three times what the longest of them takes on the machine that the limits were set on, as what is
 * looked for is an attack that takes seconds, and not a machine that is busy.
 */
const longestMs = 150;

const signsOfJavaScript = ['native code', '=>', '[object'];

/** Scans, compiles and renders; what is wrong with the outcome, if anything. */
function attack({ template, context }: HostileTemplate): string {
  scanTemplate(template);
  const compiled = compileTemplate(template);
  if (!compiled.ok) return compiled.errors.length > 0 ? '' : 'refused without an error';
  const rendered = renderTemplate(compiled.template, context ?? {});
  if (!rendered.ok) return '';
  if (rendered.text.length > defaultLimits.outputLength) return 'longer than allowed';
  if (rendered.steps > defaultLimits.steps) return 'more steps than allowed';
  // What the template itself says is no leak.
  const shown = signsOfJavaScript.filter((sign) => rendered.text.includes(sign) && !template.includes(sign));
  return shown.length > 0 ? `shows JavaScript: ${rendered.text}` : '';
}

const vectors = new URL('../vectors/jinja.json', import.meta.url);
// The file is part of the package; vectors.test.ts checks every case of it.
const { cases } = JSON.parse(readFileSync(vectors, 'utf8')) as {
  readonly cases: readonly {
    readonly template: string;
    readonly context: Readonly<Record<string, unknown>>;
  }[];
};

describe('hostile templates and data', () => {
  it('[J23] are a long list', () => {
    expect(hostileTemplates.length).toBeGreaterThanOrEqual(700);
  });

  it.each(hostileTemplates)('[J23] $name ends soon', (hostile) => {
    expect(attack(hostile)).toBe('');
    // The best of a few: compilation of the engine and collection of garbage are not the template's. How slow the machine is just
    // now is looked at beside each, as it changes.
    let best = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 10 && best >= longestMs; attempt += 1) {
      const took = processorMs(() => void attack(hostile));
      best = Math.min(best, took < longestMs ? took : took / machineSlowness(processorMs));
    }
    expect(best).toBeLessThan(longestMs);
  });

  it('[J19] leaves the prototypes alone', () => {
    const before = [Object.prototype, Array.prototype, Function.prototype, String.prototype].map(
      (prototype) => Reflect.ownKeys(prototype),
    );
    for (const hostile of hostileTemplates.filter(
      ({ name }) => name.startsWith('prototype') || name.startsWith('keys'),
    ))
      attack(hostile);
    expect(
      [Object.prototype, Array.prototype, Function.prototype, String.prototype].map((prototype) =>
        Reflect.ownKeys(prototype),
      ),
    ).toEqual(before);
    expect('polluted' in {}).toBe(false);
  });

  it('[J19] reads own keys only', () => {
    class Account {
      readonly name = 'Jana';
      get secret(): string {
        return 'secret';
      }
    }
    const inherited: unknown = Object.create({ secret: 'secret' });
    expect(
      render('{{ a.name }}[{{ a.secret }}{{ b.secret }}{{ a.constructor }}{{ a.toString }}]', {
        a: new Account(),
        b: inherited,
      }),
    ).toBe('Jana[]');
    expect(render('[{{ secret }}]', Object.create({ secret: 'secret' }) as Record<string, unknown>)).toBe(
      '[]',
    );
  });

  it('[J20] calls no function that comes with the data', () => {
    const context = { f: () => 'called', o: { f: () => 'called' }, d: new Date(0) };
    expect(errorCodes('{{ f() }}', context)).toEqual(['undefined']);
    expect(errorCodes('{{ o.f() }}', context)).toEqual(['undefined']);
    expect(errorCodes('{{ d.getTime() }}', context)).toEqual(['undefined']);
  });

  it('[J21] cannot change the data', () => {
    const deepFreeze = (value: unknown): unknown => {
      if (typeof value === 'object' && value !== null)
        for (const child of Object.values(value)) deepFreeze(child);
      return Object.freeze(value);
    };
    const context = { xs: [1, 2], o: { a: 1, list: [3] } };
    deepFreeze(context);
    const source =
      '{{ xs.append(3) }}{{ xs }}{{ o.update(b=2) }}{{ o }}{{ o.a }}{{ o.list.pop() }}{{ o }}{{ xs.sort(reverse=true) }}{{ xs }}';
    expect(render(source, context)).toBe(
      "None[1, 2, 3]None{'a': 1, 'list': [3], 'b': 2}13{'a': 1, 'list': [], 'b': 2}None[3, 2, 1]",
    );
    expect(context).toEqual({ xs: [1, 2], o: { a: 1, list: [3] } });
  });

  it.each([
    "{{ [1]|tojson(indent=-(10**9)) }}{{ range(99999)|list|length }}{{ ('a' * 10**6)|length }}{{ ('a' * 10**6)|length }}",
    '{% for i in range(10**400, -10**400, 10**400) %}{% endfor %}{{ ("a" * 3000000)|length }}',
  ])('[J23] has no size that switches the budgets off: %s', (source) => {
    expect(errorCodes(source)).toHaveLength(1);
  });

  it('[J25] takes a date that is none for nothing', () => {
    expect(render('{{ d }}', { d: new Date(Number.NaN) })).toBe('None');
  });

  it('[J22] needs no code generation', () => {
    const program = fileURLToPath(new URL('testing/render-vectors.ts', import.meta.url));
    const child = spawnSync(
      process.execPath,
      ['--disallow-code-generation-from-strings', '--no-warnings', program],
      { encoding: 'utf8' },
    );
    expect(child.stderr).toBe('');
    expect(child.stdout.trim()).toBe(`rendered ${cases.length}, eval refused`);
  });

  it.each([
    ['{% for i in range(50) %}{% endfor %}', { steps: 40 }, 'too_many_steps'],
    ["{{ 'ab' * 10 }}", { outputLength: 19 }, 'output_too_long'],
    ["{{ ('ab' * 10)|length }}", { units: 19 }, 'too_much_memory'],
    ['{{ [[[1]]] }}', { depth: 2 }, 'too_deep'],
    ['{{ range(6) }}', { rangeLength: 5 }, 'range_too_long'],
    ['{{ 2 ** 65 }}', { integerBits: 64 }, 'number_too_big'],
    ['long', { templateLength: 3 }, 'template_too_long'],
  ])('[J23] keeps the limit that %s exceeds', (source, limits, code) => {
    expect(errorCodes(source, {}, { limits })).toEqual([code]);
  });

  it.each([
    "{{ 'a' * 10**12 }}",
    "{{ 'a'|center(10**12) }}",
    "{{ '%999999999999d' % 1 }}",
    "{{ '{:999999999999}'.format(1) }}",
    '{{ range(10**12) }}',
    '{{ [1]|batch(10**12, 0)|list }}',
    "{{ ('a' * 10**6).join(('a' * 10**6)|list) }}",
    '{{ 10 ** (10 ** 10) }}',
  ])('[J24] refuses %s before it is built', (source) => {
    expect(errorCodes(source)).toHaveLength(1);
  });

  it('[J25] throws on no source at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.string({
            unit: fc.constantFrom(
              '{',
              '}',
              '%',
              '#',
              '-',
              "'",
              '"',
              '\\',
              '(',
              ')',
              '[',
              '|',
              '.',
              'a',
              '1',
              ' ',
              '\n',
              'if',
              'for',
              'in',
              'end',
            ),
          }),
        ),
        (source) => {
          expect(attack({ name: 'random', template: source })).toBe('');
          expect(attack({ name: 'random', template: `{{ ${source} }}` })).toBe('');
          expect(attack({ name: 'random', template: `{% ${source} %}` })).toBe('');
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('[J25] throws on no mutated vector', () => {
    const mutation = fc.record({
      at: fc.nat(),
      length: fc.nat({ max: 4 }),
      with: fc.oneof(
        fc.string({ maxLength: 3 }),
        fc.constantFrom(
          '{{',
          '}}',
          '{%',
          '%}',
          '|',
          '.',
          '(',
          ')',
          '[',
          ']',
          '~',
          '**',
          'is',
          'if',
          'none',
          '1e999',
          "''",
        ),
      ),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        ({ template, context }, mutations) => {
          const mutated = mutations.reduce((source, change) => {
            const at = change.at % (source.length + 1);
            return source.slice(0, at) + change.with + source.slice(at + change.length);
          }, template);
          expect(attack({ name: 'mutated', template: mutated, context })).toBe('');
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
