const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&#34;',
};

const special = /[&<>'"]/u;

/** HTML-escapes a text as markupsafe does. */
export function escapeText(text: string): string {
  if (!special.test(text)) return text;
  let escaped = '';
  let last = 0;
  for (let index = 0; index < text.length; index += 1) {
    const entity = entities[text[index] ?? ''];
    if (entity === undefined) continue;
    escaped += text.slice(last, index) + entity;
    last = index + 1;
  }
  return last === 0 ? text : escaped + text.slice(last);
}
