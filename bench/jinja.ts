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

/** Slices of all subjects in turn, so that a busy machine slows them alike; the best quarter of each is what it can do. */
function compare(subjects: readonly Subject[], budgetMs: number): ReadonlyMap<string, number> {
  const speeds = new Map(subjects.map((subject): [string, number[]] => [subject.name, []]));
  const end = performance.now() + budgetMs;
  while (performance.now() < end)
    for (const subject of subjects) speeds.get(subject.name)?.push(measure(subject));
  return new Map(
    [...speeds].map(([name, all]) => {
      const best = all
        .toSorted((left, right) => right - left)
        .slice(0, Math.max(1, Math.floor(all.length / 4)));
      return [name, Math.round(best.reduce((sum, speed) => sum + speed, 0) / best.length)];
    }),
  );
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
const typicalSpeeds = compare(groups.typical, 9_000);
const heavySpeeds = compare(groups.heavy, 9_000);
const ratio = (speeds: ReadonlyMap<string, number>, other: string): number =>
  Number(((speeds.get('curlew') ?? 0) / (speeds.get(other) ?? 1)).toFixed(2));
console.error(`checked ${sink} characters`);
console.log(
  JSON.stringify({
    ratioTypical: ratio(typicalSpeeds, 'nunjucks'),
    ratioHeavy: ratio(heavySpeeds, 'nunjucks'),
    rendersPerSecond: typicalSpeeds.get('curlew') ?? 0,
    ratioTypicalHandlebars: ratio(typicalSpeeds, 'handlebars'),
    ratioHeavyHandlebars: ratio(heavySpeeds, 'handlebars'),
    ratioTypicalLiteral: ratio(typicalSpeeds, 'literal'),
    ratioHeavyLiteral: ratio(heavySpeeds, 'literal'),
    typical: Object.fromEntries(typicalSpeeds),
    heavy: Object.fromEntries(heavySpeeds),
  }),
);
