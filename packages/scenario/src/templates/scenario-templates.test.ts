import { compileTemplate, renderTemplate } from '@curlew/jinja';
import { countSms } from '@curlew/sms';
import { expect, it } from 'vitest';
import { describeNode, findIssues, parseDocument, type NodeOf } from '../index.ts';
import { scenarioTemplates } from './scenario-templates.ts';

const build = (id: string): ReturnType<(typeof scenarioTemplates)[number]['build']> => {
  const template = scenarioTemplates.find((candidate) => candidate.id === id);
  if (!template) throw new Error(`there is no template ${id}`);
  let count = 0;
  return template.build(() => `id-${(count += 1)}`);
};

const ids = scenarioTemplates.map(({ id }) => id);

it('[N75] offers five, each with a title and a sentence', () => {
  expect(ids).toEqual(['welcome_series', 'abandoned_cart', 'birthday', 'win_back', 'delivery_notice']);
  for (const { title, description } of scenarioTemplates) {
    expect(title).toMatch(/^[A-Z][^.]+$/);
    expect(description).toMatch(/^[A-Z].*\.$/);
  }
});

it.each(ids)('[N75] %s holds together and leaves only to its author what is theirs', (id) => {
  const document = build(id);
  expect(parseDocument(JSON.parse(JSON.stringify(document)))).toEqual({ ok: true, document });
  expect(new Set(findIssues(document).map(({ code }) => code))).toEqual(
    new Set(['sender_missing', 'no_consent_category_chosen']),
  );
});

it.each(ids)('[N75] %s gives a document of its own each time', (id) => {
  expect(build(id)).toEqual(build(id));
  expect(build(id)).not.toBe(build(id));
});

it.each(ids)('[N75] %s leads to the right, without overlaps', (id) => {
  const { nodes, edges, notes } = build(id);
  const xOf = (nodeId: string): number => nodes.find((node) => node.id === nodeId)?.position.x ?? Number.NaN;
  for (const { source, target } of edges) expect(xOf(target) - xOf(source)).toBeGreaterThanOrEqual(320);
  const boxes = [
    ...nodes.map(({ position }) => ({ ...position, width: 220, height: 96 })),
    ...notes.map(({ position, size }) => ({ ...position, ...size })),
  ];
  for (const [index, one] of boxes.entries())
    for (const other of boxes.slice(index + 1)) {
      const isApart =
        one.x + one.width <= other.x ||
        other.x + other.width <= one.x ||
        one.y + one.height <= other.y ||
        other.y + other.height <= one.y;
      expect(isApart).toBe(true);
    }
});

const messages = ids.flatMap((id) =>
  build(id)
    .nodes.filter((node): node is NodeOf<'sms'> => node.kind === 'sms')
    .flatMap(({ name, settings }) =>
      settings.versions.map(({ language, message }) => ({
        title: `${id}, ${name}, ${language}`,
        message,
        maximumParts: settings.maximumParts,
      })),
    ),
);

const render = (message: string, context: Record<string, unknown>): string => {
  const compiled = compileTemplate(message);
  const rendered = compiled.ok ? renderTemplate(compiled.template, context) : undefined;
  if (!rendered?.ok) throw new Error(`the template cannot be rendered: ${message}`);
  return rendered.text;
};

it.each(messages)('[N76] $title is sound where nothing is known', ({ message, maximumParts }) => {
  const text = render(message, { customer: {}, event: {}, project: { name: 'Demo Shop' } });
  expect(countSms(text)).toMatchObject({ encoding: 'GSM-7' });
  expect(countSms(text).parts.length).toBeLessThanOrEqual(maximumParts);
  expect(text).not.toMatch(/undefined|none| {2}| [.,!]|^[ ,]/i);
});

it.each(messages)('[N76] $title is one part for usual values', ({ message }) => {
  const text = render(message, {
    customer: { first_name: 'Alexandra' },
    event: { order_id: 'A-104233', tracking_url: 'https://track.example.com/t/A104233' },
    project: { name: 'Demo Shop' },
  });
  expect(countSms(text)).toMatchObject({ encoding: 'GSM-7', parts: [expect.anything()] });
});

it('[N76] the delivery notice speaks five languages', () => {
  const notice = build('delivery_notice').nodes.find((node): node is NodeOf<'sms'> => node.kind === 'sms');
  expect(notice?.settings.versions.map(({ language }) => language)).toEqual(['en', 'de', 'sk', 'pl', 'es']);
  expect(notice && describeNode(notice).summary).toMatch(/^Good news/);
});
