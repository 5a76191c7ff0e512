import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileTemplate, renderTemplate } from './index.ts';

interface Vector {
  readonly name: string;
  readonly template: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly expected?: string;
}

const file = new URL('../vectors/jinja.json', import.meta.url);
// The file is part of the package and read by nothing but tests; scripts/jinja-vectors.ts checks files of others.
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Vector[] };

describe('vectors', () => {
  it.each(cases)('[J1] $name', ({ template, context, expected }) => {
    const compiled = compileTemplate(template);
    const rendered = compiled.ok ? renderTemplate(compiled.template, context) : compiled;
    expect(rendered.ok && 'text' in rendered ? rendered.text : undefined).toBe(expected);
  });
});
