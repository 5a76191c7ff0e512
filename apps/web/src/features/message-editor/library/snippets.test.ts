import { compileTemplate, renderTemplate } from '@curlew/jinja';
import { expect, it } from 'vitest';
import { snippets } from './snippets.ts';

it.each(snippets)('inserts a template that works: $name', ({ insert, example, gives }) => {
  expect(insert.split('$0')).toHaveLength(2);
  const filled = compileTemplate(insert.replace('$0', insert.includes('.$0') ? 'points' : ''));
  expect(filled).toMatchObject({ ok: true });
  const shown = compileTemplate(example);
  expect(shown.ok && renderTemplate(shown.template, {})).toMatchObject({ ok: true, text: gives });
});
