// Renders random templates here and with real Jinja2 and prints where they differ.
// pnpm -s bench jinja-fuzz [cases] [seed] [shown] [area]
import { compileTemplate, renderTemplate } from '@curlew/jinja';
import { fuzzContext } from './jinja-fuzz/fuzz-context.ts';
import { fuzzAreas, makeTemplate } from './jinja-fuzz/fuzz-areas.ts';
import { askJinja, findJinja } from './jinja-fuzz/oracle.ts';
import type { OracleAnswer } from './jinja-fuzz/oracle.ts';
import { makeChance } from './jinja-fuzz/random.ts';

const [cases = 5_000, seed = 1, shown = 40] = process.argv.slice(2, 5).map(Number);
const [area] = process.argv.slice(5);
if (area !== undefined && !fuzzAreas.includes(area)) {
  console.error(`'${area}' is no area: name one of ${fuzzAreas.join(', ')}, or none for all`);
  process.exit(1);
}

type Ours = { readonly text: string } | { readonly error: string };

function renderHere(template: string): Ours {
  const compiled = compileTemplate(template);
  if (!compiled.ok)
    return { error: compiled.errors.map((error) => `${error.code}: ${error.message}`).join('; ') };
  const rendered = renderTemplate(compiled.template, fuzzContext);
  return rendered.ok
    ? { text: rendered.text }
    : { error: `${rendered.error.code}: ${rendered.error.message}` };
}

/** Texts that show where an object lies in memory, or how Python names its own, cannot agree. */
function isComparable(theirs: OracleAnswer): boolean {
  // A constant that is infinite makes Jinja2 write Python it cannot read back: a NameError.
  if ('error' in theirs) return !['TimeoutError', 'MemoryError', 'NameError'].includes(theirs.error);
  return (
    !theirs.text.includes(' at 0x') &&
    !theirs.text.includes(' AT 0X') &&
    !theirs.text.toLowerCase().replaceAll('&#39;', "'").includes("'a', 't', ' ', '0', 'x'") &&
    !theirs.text.includes('j)') &&
    !theirs.text.includes('0x7') &&
    !theirs.text.includes('<class ') &&
    !theirs.text.includes('<function') &&
    !theirs.text.includes('<built-in')
  );
}

/** Budgets are ours alone. */
function isBudget(ours: Ours): boolean {
  return (
    'error' in ours &&
    ['too_', 'number_too_big', 'output_too_long', 'range_too_long'].some((code) =>
      ours.error.startsWith(code),
    )
  );
}

function agrees(ours: Ours, theirs: OracleAnswer): boolean {
  if ('error' in theirs) return 'error' in ours;
  return 'text' in ours && ours.text === theirs.text;
}

const jinja = findJinja();
if (jinja === undefined) {
  console.error('No Python with jinja2 was found: install python3-jinja2 to compare. Nothing was compared.');
  console.log(JSON.stringify({ cases: 0, disagreements: 0, jinja2: null }));
  process.exit(0);
}
console.error(
  `${cases} templates from seed ${seed}, compared with Jinja2 ${jinja.version} (${jinja.python})`,
);
const make = makeTemplate(makeChance(seed), area);
const templates = Array.from({ length: cases }, () => make());
const answers = await askJinja(jinja.python, templates, fuzzContext);
let compared = 0;
let disagreements = 0;
for (const [index, template] of templates.entries()) {
  const theirs = answers[index];
  if (theirs === undefined || !isComparable(theirs)) continue;
  const ours = renderHere(template);
  if (isBudget(ours)) continue;
  compared += 1;
  if (agrees(ours, theirs)) continue;
  disagreements += 1;
  if (disagreements > shown) continue;
  console.log(
    `template ${JSON.stringify(template)}\n    ours ${JSON.stringify(ours)}\n  jinja2 ${JSON.stringify(theirs)}`,
  );
}
console.log(
  JSON.stringify({
    cases: compared,
    disagreements,
    agreement: Number((1 - disagreements / Math.max(1, compared)).toFixed(5)),
    seed,
    jinja2: jinja.version,
  }),
);
