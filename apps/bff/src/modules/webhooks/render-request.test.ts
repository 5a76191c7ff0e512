import { expect, it } from 'vitest';
import { webhookSettingsSchema, type WebhookSettings } from '@curlew/scenario';
import { createCustomerFacts, createMessageFacts } from '@curlew/testkit';
import { renderRequest, type RenderedRequest } from './render-request.ts';

const customer = createCustomerFacts({
  attributes: {
    first_name: 'Zoë',
    broken: 'a\r\nX-Injected: 1',
    feed: 'a\nb',
    nul: 'a\0b',
    host: 'evil.example/',
    long: 'x'.repeat(9_000),
  },
});

const render = (settings: Partial<WebhookSettings>): RenderedRequest =>
  renderRequest(
    { ...webhookSettingsSchema.parse({ url: 'https://example.com/' }), ...settings },
    { node: { number: 7, name: 'Tell' }, customer, facts: createMessageFacts() },
  );
const header = (value: string, name = 'X-Key') => render({ headers: [{ name, value }] });

it('renders address, headers and body by the variables of messages', () => {
  const rendered = render({
    method: 'PUT',
    url: ' https://example.com/{{ customer.first_name | urlencode }}?action={{ action.id }} ',
    headers: [{ name: 'X-Action', value: ' {{ action.name }} ' }],
    body: '{"name": {{ customer.first_name | tojson }}}',
  });
  expect(rendered).toMatchObject({
    ok: true,
    headers: [
      { name: 'X-Action', value: 'Tell' },
      { name: 'Content-Type', value: 'application/json' },
    ],
    body: '{"name": "Zo\\u00eb"}',
  });
  expect(rendered.ok && rendered.url.href).toBe('https://example.com/Zo%C3%AB?action=7');
});

it('leaves the type of the body to who names it, and has no body with GET and DELETE', () => {
  expect(render({ headers: [{ name: 'content-TYPE', value: 'text/plain' }] })).toMatchObject({
    headers: [{ name: 'content-TYPE', value: 'text/plain' }],
  });
  for (const method of ['GET', 'DELETE'] as const)
    expect(render({ method, body: 'x' })).toMatchObject({ ok: true, headers: [], body: null });
});

it.each<[string, () => RenderedRequest, [reason: string, field: string]]>([
  ['no address', () => render({ url: ' ' }), ['address', 'url']],
  ['an address without protocol', () => render({ url: 'example.com' }), ['address', 'url']],
  ['an address with a password', () => render({ url: 'https://a:b@example.com' }), ['address', 'url']],
  ['an address that renders to nothing', () => render({ url: '{{ customer.nothing }}' }), ['address', 'url']],
  ['an address that renders to none', () => render({ url: '{{ customer.first_name }}' }), ['address', 'url']],
  [
    'an address with a line break',
    () => render({ url: 'https://a.example/{{ customer.feed }}' }),
    ['address', 'url'],
  ],
  ['an address with NUL', () => render({ url: 'https://a.example/{{ customer.nul }}' }), ['address', 'url']],
  ['a long address', () => render({ url: 'https://a.example/{{ customer.long }}' }), ['too_long', 'url']],
  ['a broken address', () => render({ url: 'https://a.example/{{' }), ['template', 'url']],
  [
    'an address that cannot be rendered',
    () => render({ url: 'https://a.example/{{ 1 // 0 }}' }),
    ['template', 'url'],
  ],
  ['a line break in a header', () => header('a\nb'), ['header', 'headers.0.value']],
  ['a rendered line break in a header', () => header('{{ customer.feed }}'), ['header', 'headers.0.value']],
  ['a header that injects another', () => header('{{ customer.broken }}'), ['header', 'headers.0.value']],
  ['NUL in a header', () => header('{{ customer.nul }}'), ['header', 'headers.0.value']],
  ['a header of the connection', () => header('x', 'Transfer-Encoding'), ['header', 'headers.0.name']],
  ['another host', () => header('evil.example', 'Host'), ['header', 'headers.0.name']],
  ['a header with a space', () => header('x', 'a b'), ['header', 'headers.0.name']],
  ['a header name that injects', () => header('x', 'a\r\nb'), ['header', 'headers.0.name']],
  ['long headers', () => header('{{ customer.long }}'), ['too_long', 'headers.0.value']],
  ['a broken header', () => header('{{ customer.'), ['template', 'headers.0.value']],
  ['a broken body', () => render({ body: '{% if %}' }), ['template', 'body']],
  ['a body that cannot be rendered', () => render({ body: '{{ 1 // 0 }}' }), ['template', 'body']],
  [
    'a body without end',
    () => render({ body: '{% for n in range(99999) %}{{ customer.long }}{% endfor %}' }),
    ['template', 'body'],
  ],
])('refuses %s', (_, rendering, [reason, field]) => {
  const rendered = rendering();
  expect(rendered).toMatchObject({ ok: false, reason, field });
  expect(rendered.ok || rendered.message).toMatch(/^\S.*[^.]$/s);
});

it('lets a value change no other part of the address than its own', () => {
  const rendered = render({ url: 'https://example.com/?q={{ customer.host | urlencode }}' });
  expect(rendered.ok && rendered.url.host).toBe('example.com');
});
