import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileTemplate, renderTemplate } from './index.ts';

type Context = Readonly<Record<string, unknown>>;

interface Vector {
  readonly name: string;
  readonly template: string;
  readonly context: Context;
  readonly expected?: string;
}

/** Whole messages, each rendered with every context; null where real Jinja2 refuses. */
interface Messages {
  readonly contexts: Readonly<Record<string, Context>>;
  readonly cases: readonly {
    readonly template: string;
    readonly expected: Readonly<Record<string, string | null>>;
  }[];
}

// The files are part of the package and read by nothing but tests; scripts/jinja-vectors.ts checks files of others.
function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8'));
}
const { cases } = read('jinja') as { readonly cases: readonly Vector[] };
const messages = read('messages') as Messages;

function renderCase(template: string, context: Context): string | undefined {
  const compiled = compileTemplate(template);
  const rendered = compiled.ok ? renderTemplate(compiled.template, context) : compiled;
  return rendered.ok && 'text' in rendered ? rendered.text : undefined;
}

describe('vectors', () => {
  it.each(cases)('[J1] $name', ({ template, context, expected }) => {
    expect(renderCase(template, context)).toBe(expected);
  });
});

describe('messages', () => {
  it.each(messages.cases)('[J1] $template', ({ template, expected }) => {
    for (const [name, text] of Object.entries(expected))
      expect(renderCase(template, messages.contexts[name] ?? {}) ?? null).toBe(text);
  });
});
