import { FormatCall } from './format-call.ts';
import { TemplateGenerator } from './generate-template.ts';
import { LibraryCall } from './library-call.ts';
import type { Chance } from './random.ts';
import { ScopeCase } from './scope-case.ts';
import { SyntaxCase } from './syntax-case.ts';

const generators: Readonly<Record<string, (chance: Chance) => { make(): string }>> = {
  mixed: (chance) => new TemplateGenerator(chance),
  library: (chance) => new LibraryCall(chance),
  format: (chance) => new FormatCall(chance),
  syntax: (chance) => new SyntaxCase(chance),
  scope: (chance) => new ScopeCase(chance),
};

/** What the fuzzer can be told to look at alone. */
export const fuzzAreas: readonly string[] = Object.keys(generators);

/** Makes random templates of one area, or of all in turn. */
export function makeTemplate(chance: Chance, area?: string): () => string {
  const made = fuzzAreas
    .filter((name) => area === undefined || name === area)
    .map((name) => generators[name]?.(chance));
  return () => chance.pick(made)?.make() ?? '';
}
