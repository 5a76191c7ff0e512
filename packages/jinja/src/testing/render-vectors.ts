// Run by safety.test.ts under --disallow-code-generation-from-strings: renders every vector, and proves that eval is off.
import { readFileSync } from 'node:fs';
import { compileTemplate, renderTemplate } from '../index.ts';

interface Vector {
  readonly template: string;
  readonly context: Readonly<Record<string, unknown>>;
}

// The file is part of the package; vectors.test.ts checks what its cases render to.
const { cases } = JSON.parse(readFileSync(new URL('../../vectors/jinja.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly Vector[];
};
let rendered = 0;
for (const { template, context } of cases) {
  const compiled = compileTemplate(template);
  if (compiled.ok) renderTemplate(compiled.template, context);
  rendered += 1;
}

function isEvalRefused(): boolean {
  try {
    // Reached through a variable: the point is that the engine refuses it.
    const MakeFunction = Function;
    return typeof new MakeFunction('return true') !== 'function';
  } catch (error) {
    return error instanceof EvalError;
  }
}

process.stdout.write(`rendered ${rendered}, eval ${isEvalRefused() ? 'refused' : 'allowed'}\n`);
