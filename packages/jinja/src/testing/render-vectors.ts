// Run by safety.test.ts under --disallow-code-generation-from-strings: renders every vector, and proves that eval is off.
import vectors from '../../vectors/jinja.json' with { type: 'json' };
import { compileTemplate, renderTemplate } from '../index.ts';

let rendered = 0;
for (const { template, context } of vectors.cases) {
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
