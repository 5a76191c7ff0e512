const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup that is safe to send as it is. */
export interface Html {
  readonly markup: string;
}

type Fragment = Html | string | number | readonly Html[];

/** A template tag that escapes every value except markup made by itself. */
export function html(strings: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  const markup = strings.map((text, index) => text + (index < values.length ? render(values[index]) : ''));
  return { markup: markup.join('') };
}

export const nothing: Html = { markup: '' };

function render(value: Fragment | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (character) => entities[character] ?? '');
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}
