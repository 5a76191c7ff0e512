// Renders per second of a typical and a heavy message: this package, precompiled nunjucks, handlebars, a template literal.
import { compileTemplate, renderTemplate } from '@curlew/jinja';
import handlebars from 'handlebars';
import nunjucks from 'nunjucks';

interface Subject {
  readonly name: string;
  readonly render: () => string;
}

const customer = { first_name: 'Jana', city: 'Praha', vip: true, points: 1250 };
const event = { order_id: 100_234, total: 99.9, delivery: 'Friday' };
const items = Array.from({ length: 12 }, (_, index) => ({
  name: `item ${index}`,
  price: index + 0.5,
  qty: (index % 3) + 1,
  sale: index % 2 === 0,
}));
const context = { customer, event, items };

const typical =
  'Hi {{ customer.first_name|default("friend") }}, your order {{ event.order_id }} over {{ event.total }} EUR arrives on {{ event.delivery }}.' +
  '{% if customer.vip %} Thank you for being a VIP!{% endif %} {{ customer.city|upper }}';
const typicalHandlebars =
  'Hi {{ customer.first_name }}, your order {{ event.order_id }} over {{ event.total }} EUR arrives on {{ event.delivery }}.' +
  '{{#if customer.vip}} Thank you for being a VIP!{{/if}} {{ upper customer.city }}';
const heavy =
  'Hi {{ customer.first_name|upper }}: {% for item in items %}{% if item.sale %}{{ loop.index }}. {{ item.name|capitalize }} {{ item.qty }} x {{ item.price|round(1) }} = {{ item.qty * item.price }}' +
  '{% if not loop.last %}, {% endif %}{% endif %}{% endfor %} for {{ items|length }} items';
const heavyHandlebars =
  'Hi {{ upper customer.first_name }}: {{#each items}}{{#if sale}}{{ position @index }}. {{ capitalize name }} {{ qty }} x {{ one price }} = {{ times qty price }}' +
  '{{#unless @last}}, {{/unless}}{{/if}}{{/each}} for {{ items.length }} items';

/** Keeps the work from being optimised away. */
let sink = 0;

function ours(source: string): () => string {
  const compiled = compileTemplate(source);
  if (!compiled.ok) throw new Error(compiled.errors[0]?.message);
  return () => {
    const rendered = renderTemplate(compiled.template, context);
    if (!rendered.ok) throw new Error(rendered.error.message);
    return rendered.text;
  };
}

function theirs(source: string): () => string {
  const template = new nunjucks.Template(
    source,
    new nunjucks.Environment(null, { autoescape: false }),
    'bench',
    true,
  );
  return () => template.render(context);
}

function bars(source: string): () => string {
  const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  const instance = handlebars.create();
  instance.registerHelper('upper', (text: string) => text.toUpperCase());
  instance.registerHelper('capitalize', capitalize);
  instance.registerHelper('position', (index: number) => index + 1);
  instance.registerHelper('one', (price: number) => price.toFixed(1));
  instance.registerHelper('times', (qty: number, price: number) => qty * price);
  const template = instance.compile(source, { noEscape: true });
  return () => template(context);
}

const literalTypical = (): string =>
  `Hi ${customer.first_name}, your order ${event.order_id} over ${event.total} EUR arrives on ${event.delivery}.${customer.vip ? ' Thank you for being a VIP!' : ''} ${customer.city.toUpperCase()}`;
const literalHeavy = (): string =>
  `Hi ${customer.first_name.toUpperCase()}: ${items
    .map((item, index) =>
      item.sale
        ? `${index + 1}. ${item.name} ${item.qty} x ${item.price.toFixed(1)} = ${item.qty * item.price}${index < items.length - 1 ? ', ' : ''}`
        : '',
    )
    .join('')} for ${items.length} items`;

const sliceMs = 25;

/** Renders per second in one short slice of time. */
function measure(subject: Subject): number {
  const start = performance.now();
  let renders = 0;
  let elapsed = 0;
  while (elapsed < sliceMs) {
    for (let turn = 0; turn < 200; turn += 1) sink += subject.render().length;
    renders += 200;
    elapsed = performance.now() - start;
  }
  return (renders / elapsed) * 1000;
}

/** What one round measured, by subject. */
type Round = ReadonlyMap<string, number>;

/** Slices of all subjects in turn, so that a busy machine slows those of one round alike. */
function measureRounds(subjects: readonly Subject[], budgetMs: number): readonly Round[] {
  const rounds: Round[] = [];
  const end = performance.now() + budgetMs;
  while (performance.now() < end)
    rounds.push(new Map(subjects.map((subject) => [subject.name, measure(subject)])));
  return rounds;
}

const speed = (round: Round, name: string): number => round.get(name) ?? Number.NaN;

/** The best quarter of all rounds is what a subject can do. */
function bestSpeed(rounds: readonly Round[], name: string): number {
  const all = rounds.map((round) => speed(round, name)).toSorted((left, right) => right - left);
  const best = all.slice(0, Math.max(1, Math.floor(all.length / 4)));
  return Math.round(best.reduce((sum, one) => sum + one, 0) / best.length);
}

/** How many times as fast as another we are: the median of all rounds. */
function ratio(rounds: readonly Round[], other: string): number {
  const all = rounds.map((round) => speed(round, 'curlew') / speed(round, other));
  const median = all.toSorted((left, right) => left - right)[Math.floor(all.length / 2)] ?? Number.NaN;
  return Number(median.toFixed(2));
}

const groups = {
  typical: [
    { name: 'curlew', render: ours(typical) },
    { name: 'nunjucks', render: theirs(typical) },
    { name: 'handlebars', render: bars(typicalHandlebars) },
    { name: 'literal', render: literalTypical },
  ],
  heavy: [
    { name: 'curlew', render: ours(heavy) },
    { name: 'nunjucks', render: theirs(heavy) },
    { name: 'handlebars', render: bars(heavyHandlebars) },
    { name: 'literal', render: literalHeavy },
  ],
} as const;

console.error(
  `Node ${process.version}; a typical message of ${groups.typical[0].render().length} characters, a heavy one with a loop over ${items.length} items; all budgets on`,
);
for (const [name, subjects] of Object.entries(groups))
  console.error(
    `${name}: ${subjects.map((subject) => `${subject.name} ${JSON.stringify(subject.render())}`).join('\n  ')}`,
  );
const typicalRounds = measureRounds(groups.typical, 9_000);
const heavyRounds = measureRounds(groups.heavy, 9_000);
const speeds = (subjects: readonly Subject[], rounds: readonly Round[]): Record<string, number> =>
  Object.fromEntries(subjects.map(({ name }) => [name, bestSpeed(rounds, name)]));
console.error(`checked ${sink} characters`);
console.log(
  JSON.stringify({
    ratioTypical: ratio(typicalRounds, 'nunjucks'),
    ratioHeavy: ratio(heavyRounds, 'nunjucks'),
    rendersPerSecond: bestSpeed(typicalRounds, 'curlew'),
    ratioTypicalHandlebars: ratio(typicalRounds, 'handlebars'),
    ratioHeavyHandlebars: ratio(heavyRounds, 'handlebars'),
    ratioTypicalLiteral: ratio(typicalRounds, 'literal'),
    ratioHeavyLiteral: ratio(heavyRounds, 'literal'),
    typical: speeds(groups.typical, typicalRounds),
    heavy: speeds(groups.heavy, heavyRounds),
  }),
);
