import type { Bound } from '../evaluate/signature.ts';
import { Markup } from '../values/markup.ts';
import type { Run, Value } from '../values/value.ts';

const words =
  'a ac accumsan ad aenean aliquam aliquet amet ante aptent arcu at auctor augue bibendum blandit class commodo condimentum congue consectetuer consequat conubia convallis cras cubilia curabitur curae cursus dapibus diam dictum dictumst dignissim dis dolor donec dui duis egestas eget eleifend elementum elit enim erat eros est et etiam eu euismod facilisi facilisis fames faucibus felis fermentum feugiat fringilla fusce gravida habitant habitasse hac hendrerit hymenaeos iaculis id imperdiet in inceptos integer interdum ipsum'.split(
    ' ',
  );

/** Filler text: paragraphs of random Latin words. */
export function lipsum(run: Run, args: Bound): Value {
  const [least, most] = [args.integer(2), args.integer(3)];
  const paragraphs: string[] = [];
  for (let index = 0; index < args.integer(0); index += 1) {
    const count = Math.max(1, least + Math.floor(run.random() * Math.max(1, most - least)));
    run.charge(count * 40);
    const chosen = Array.from(
      { length: count },
      () => words[Math.floor(run.random() * words.length)] ?? 'lorem',
    );
    const [first = '', ...rest] = chosen;
    paragraphs.push(`${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ')}.`);
  }
  if (!args.flag(1)) return paragraphs.join('\n\n');
  return new Markup(paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n'));
}
