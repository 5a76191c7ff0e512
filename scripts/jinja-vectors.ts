import { readFileSync } from 'node:fs';
import { compileTemplate, renderTemplate } from '../packages/jinja/src/index.ts';

interface VectorCase {
  readonly name: string;
  readonly template: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly expected: string | undefined;
}

/** Ends with one sentence for the reader and exit code 1. */
function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return stop(`Cannot read the vector file '${path}': give the path of an existing file.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    return stop(`The vector file '${path}' is not JSON: give a file like packages/jinja/vectors/jinja.json.`);
  }
}

function parseCase(value: unknown): VectorCase | undefined {
  if (!isRecord(value)) return undefined;
  const { name, template, context = {}, expected, error } = value;
  if (typeof name !== 'string' || typeof template !== 'string' || !isRecord(context)) return undefined;
  if (typeof expected !== 'string' && typeof error !== 'string') return undefined;
  return { name, template, context, expected: typeof expected === 'string' ? expected : undefined };
}

function readCases(path: string): readonly VectorCase[] {
  const file = readJson(path);
  const list = isRecord(file) ? file['cases'] : file;
  if (!Array.isArray(list))
    return stop(
      `The vector file '${path}' has no list 'cases': give a file like packages/jinja/vectors/jinja.json.`,
    );
  return list.map(
    (entry, index) =>
      parseCase(entry) ??
      stop(`Case ${index + 1} of '${path}' lacks a name, a template, or an expected text or error.`),
  );
}

/** A case that names an error passes when compiling or rendering reports one. */
function passes({ template, context, expected }: VectorCase): boolean {
  const compiled = compileTemplate(template);
  if (!compiled.ok) return expected === undefined;
  const rendered = renderTemplate(compiled.template, context);
  return rendered.ok ? rendered.text === expected : expected === undefined;
}

const [path] = process.argv.slice(2);
if (path === undefined)
  stop('Give the path of a vector file: pnpm -s jinja:vectors packages/jinja/vectors/jinja.json');
const cases = readCases(path);
const failed = cases.filter((vector) => !passes(vector));
for (const vector of failed) console.log(vector.name);
console.log(`passed ${cases.length - failed.length}, failed ${failed.length}`);
process.exitCode = failed.length > 0 ? 1 : 0;
