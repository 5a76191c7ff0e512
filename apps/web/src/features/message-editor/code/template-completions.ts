/** What can be put in at the cursor. */
export interface TemplateCompletion {
  readonly label: string;
  readonly detail: string;
  readonly kind: 'variable' | 'filter';
  /** What is inserted, and how far before its end the cursor then stands. */
  readonly insert: string;
  readonly cursorBack: number;
  /** Asks again at once, for what follows the dot. */
  readonly goesOn: boolean;
}

export interface TemplateCompletions {
  /** Where what is replaced begins. */
  readonly from: number;
  readonly options: readonly TemplateCompletion[];
}

type Attributes = Readonly<Record<string, unknown>>;

const plain = { insert: '', cursorBack: 0, goesOn: false };

const variable = (label: string, detail: string, goesOn = false): TemplateCompletion => ({
  ...plain,
  kind: 'variable',
  label,
  detail,
  insert: goesOn ? `${label}.` : label,
  goesOn,
});

const filter = (label: string, detail: string, insert = label): TemplateCompletion => ({
  ...plain,
  kind: 'filter',
  label,
  detail,
  insert,
  cursorBack: insert.endsWith("')") ? 2 : 0,
});

const variables: readonly TemplateCompletion[] = [
  variable('customer', 'attributes of the customer', true),
  variable('customer_ids', 'ids of the customer', true),
  variable('project', 'id and name', true),
  variable('scenario', 'id and name', true),
  variable('action', 'id and name of this node', true),
  variable('time', 'now, in seconds since 1970'),
];

const filters: readonly TemplateCompletion[] = [
  filter('default', 'another text when there is none', "default('')"),
  filter('title', 'Each Word In Capitals'),
  filter('capitalize', 'First letter in capitals'),
  filter('upper', 'ALL CAPITALS'),
  filter('lower', 'no capitals'),
  filter('trim', 'without spaces at the ends'),
  filter('truncate', 'at most so many characters', 'truncate(20)'),
  filter('round', 'a whole number'),
  filter('length', 'how many'),
];

const valueOf = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
};

const isName = (key: string): boolean => /^[a-z_]\w*$/i.test(key);

/** The inside of the tag that is open at the end of the text; null in plain text and in a text literal. */
const openTagOf = (before: string): string | null => {
  const opened = Math.max(before.lastIndexOf('{{'), before.lastIndexOf('{%'));
  const closed = Math.max(before.lastIndexOf('}}'), before.lastIndexOf('%}'));
  if (opened < 0 || closed > opened) return null;
  const inside = before.slice(opened + 2);
  const outsideLiterals = inside.replaceAll(/'[^']*'|"[^"]*"/g, '');
  return /['"]/.test(outsideLiterals) ? null : inside;
};

const attributeCompletions = (before: string, typed: string, attributes: Attributes): TemplateCompletions => {
  const names = Object.entries(attributes).filter(([key]) => isName(key));
  return {
    from: before.length - typed.length,
    options: names.map(([key, value]) => variable(key, valueOf(value))),
  };
};

/** What can follow a text up to the cursor: variables, attributes of the previewed customer, filters; null for nothing. */
export const completeTemplate = (before: string, attributes: Attributes): TemplateCompletions | null => {
  const inside = openTagOf(before);
  if (inside === null) return null;
  const [, attribute] = /(?:^|[^\w.])customer\.(\w*)$/.exec(inside) ?? [];
  if (attribute !== undefined) return attributeCompletions(before, attribute, attributes);
  const [, filterName] = /\|\s*(\w*)$/.exec(inside) ?? [];
  if (filterName !== undefined) return { from: before.length - filterName.length, options: filters };
  const [, word] = /(?:^|[^\w.|])([a-z_]\w*)?$/i.exec(inside) ?? ['', null];
  if (word === null) return null;
  return { from: before.length - (word?.length ?? 0), options: variables };
};
