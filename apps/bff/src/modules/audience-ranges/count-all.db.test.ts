import { describe, expect, it } from 'vitest';
import {
  createAudienceTally,
  fixMessages,
  measureMessage,
  prepareMessage,
  type MessageFacts,
} from '@curlew/engine';
import type { NodeOf, SmsSettings } from '@curlew/scenario';
import { createSmsNode } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { addTestCustomers, manyCustomers, type TestCustomer } from '../../testing/add-test-customers.ts';
import type { TestProject } from '../../testing/create-test-project.ts';
import { oddValues } from '../../testing/odd-values.ts';
import { withTestProject } from '../../testing/with-test-project.ts';
import { loadCustomerFactsPage } from '../customers/service.ts';
import { loadMessageFacts } from '../runs/message-facts.ts';
import { countAll } from './count-all.ts';

let context: AppContext;
let project: TestProject;
const going = new AbortController().signal;

withTestProject((ground) => {
  ({ context, project } = ground);
});

const scenarioFacts = { id: newId(), name: 'Sale' };

/** Each customer by itself, with everything that is known of them, as sending does it. */
const countOneByOne = async (node: NodeOf<'sms'>, facts: MessageFacts) => {
  const prepared = prepareMessage(node);
  const fixed = fixMessages(node);
  const fixedPrepared = fixed && prepareMessage(fixed);
  const [tally, fixedTally] = [createAudienceTally(), createAudienceTally()];
  const { rows } = await context.database.pool.query<{ id: string; country: string | null }>(
    'SELECT id, phone_country AS country FROM customer WHERE project_id = $1',
    [project.projectId],
  );
  const countries = new Map(rows.map(({ id, country }) => [id, country]));
  const customers = await loadCustomerFactsPage(context.database.pool, project.projectId, {
    after: null,
    limit: 10_000,
  });
  for (const customer of customers) {
    const alike = { customerId: customer.id, country: countries.get(customer.id) ?? null, count: 1 };
    tally.add({ ...alike, measured: measureMessage(prepared, customer, facts) });
    if (fixedPrepared) fixedTally.add({ ...alike, measured: measureMessage(fixedPrepared, customer, facts) });
  }
  const { messages, parts, cells } = fixedTally.count();
  return { count: tally.count(), fixed: fixed && { messages, parts, cells } };
};

const count = (node: NodeOf<'sms'>, facts: MessageFacts) =>
  countAll(context.database.pool, {
    projectId: project.projectId,
    node,
    facts,
    onProgress: () => Promise.resolve(true),
    signal: going,
  });

const phones: readonly Pick<TestCustomer, 'phone' | 'e164' | 'isUs' | 'isUnusable'>[] = [
  {},
  {},
  { phone: null, e164: null },
  { phone: ' ', e164: null },
  { phone: 'call me', e164: null },
  { isUs: true },
  { isUnusable: true },
];

const addOddCustomers = async (): Promise<void> => {
  const { pool } = context.database;
  const { projectId } = project;
  await pool.query(
    `INSERT INTO customer_attribute (project_id, name, type) VALUES ($1, 'born', 'date'), ($1, 'phone', 'text')`,
    [projectId],
  );
  const languages = ['en', 'sk', 'SK_sk', 'xx', '', 7, null, undefined];
  const values = [...oddValues, undefined, 'a'.repeat(5_000), '\u0001\u001e\u001f"\\', '{{ x }}', 20.5];
  const customers = values.flatMap((value, index) =>
    phones.map((phone, turn) => ({
      ...phone,
      attributes: {
        language: languages[(index + turn) % languages.length],
        first_name: value,
        points: values[(index * 7 + turn) % values.length],
        born: values[(index * 3 + turn) % values.length],
        cart: [{ name: value, price: index / 2 }, value],
        ...(phone.e164 === null && turn === 4 ? { phone: value } : {}),
      },
    })),
  );
  const ids = await addTestCustomers(context, projectId, customers);
  await pool.query(
    `UPDATE customer SET phone_country = (ARRAY['SK', 'CZ', 'GB'])[1 + abs(hashtext(id::text)) % 4] WHERE project_id = $1`,
    [projectId],
  );
  await pool.query(
    `UPDATE customer SET attributes = attributes || '{"points": 20.0, "exact": 12345678901234567890}'::jsonb,
       phone_e164 = NULL, phone_country = NULL
     WHERE id = ANY($1::uuid[])`,
    [ids.filter((_, index) => index % 11 === 0)],
  );
  await pool.query(
    `INSERT INTO customer_identifier (project_id, kind, value, customer_id)
     SELECT $1, k.kind, k.kind || id, id FROM customer, (VALUES ('registered'), ('cookie'), ('10'), ('9')) AS k (kind)
     WHERE project_id = $1 AND abs(hashtext(id::text || k.kind)) % 2 = 0`,
    [projectId],
  );
  await pool.query(
    `INSERT INTO consent (customer_id, category_id, project_id, is_granted, valid_until, source, since, event_id)
     SELECT id, $2, $1, abs(hashtext(id::text)) % 5 > 0,
       CASE abs(hashtext(id::text)) % 3 WHEN 0 THEN now() - interval '1 day' WHEN 1 THEN now() + interval '1 day' END,
       'test', now(), id
     FROM customer WHERE project_id = $1 AND abs(hashtext(id::text)) % 7 > 0`,
    [projectId, project.marketingId],
  );
};

const messages: readonly (readonly [string, Partial<SmsSettings>])[] = [
  ['a text without variables', { versions: [{ language: 'en', message: 'It’s on' }] }],
  [
    'languages, consent and quick fixes',
    {
      maximumParts: 3,
      versions: [
        { language: 'en', message: 'Hi {{ customer.first_name }} – “{{ customer.points }}”' },
        {
          language: 'sk',
          message: 'Ahoj {{ customer.first_name|default("ty") }}, máš {{ customer.points }}',
        },
      ],
    },
  ],
  [
    'attributes of every kind',
    {
      maximumParts: 8,
      versions: [
        {
          language: 'en',
          message:
            '{{ customer.born }}/{{ customer.points }}/{{ customer.exact }}/{{ customer.cart[0].price }}{% for x in customer.cart %}{{ x }}{% endfor %}{{ customer.none is defined }}',
        },
      ],
    },
  ],
  [
    'errors for some',
    { versions: [{ language: 'en', message: '{{ customer.points + 1 }}{{ customer.first_name|length }}' }] },
  ],
  [
    'what chance decides',
    { versions: [{ language: 'en', message: '{{ ["a", "b"*170, customer.none]|random }}' }] },
  ],
  [
    'the whole customer and all ids',
    {
      maximumParts: 8,
      versions: [
        {
          language: 'en',
          message:
            '{{ customer|length }}{% for kind in customer_ids %}{{ kind }}{{ customer_ids[kind] }}{% endfor %}',
        },
      ],
    },
  ],
  [
    'a sender that depends on the customer',
    { sender: '{{ customer.first_name }}', versions: [{ language: 'en', message: '{{ customer.phone }}' }] },
  ],
  [
    'links that are shortened',
    {
      maximumParts: 8,
      linkShortener: 'on',
      versions: [
        { language: 'en', message: 'https://example.com/{{ customer.first_name }} http://example.com/[a]' },
      ],
    },
  ],
  ['a template that cannot be compiled', { versions: [{ language: 'en', message: '{{ customer.' }] }],
  [
    'time and names',
    { versions: [{ language: 'en', message: '{{ time }}{{ scenario.name }}{{ project.name }}' }] },
  ],
];

describe('counting', () => {
  it('comes to what sending would decide one by one, whatever is written and whoever gets it', async () => {
    await addOddCustomers();
    const facts = await loadMessageFacts(context, project.projectId, scenarioFacts);
    for (const [index, settings] of messages.map(([, own]) => own).entries()) {
      const consentCategoryId = index % 2 === 0 ? null : project.marketingId;
      const node = createSmsNode({ ...settings, consentCategoryId });
      expect(await count(node, facts)).toEqual(await countOneByOne(node, facts));
    }
  });

  it('reads page after page of many', async () => {
    await addTestCustomers(context, project.projectId, manyCustomers(5_000));
    const facts = await loadMessageFacts(context, project.projectId, scenarioFacts);
    const done: number[] = [];
    const node = createSmsNode({ versions: [{ language: 'en', message: 'Hi {{ customer.first_name }}' }] });
    const counted = await countAll(context.database.pool, {
      projectId: project.projectId,
      node,
      facts,
      onProgress: (so) => Promise.resolve(done.push(so) > 0),
      signal: going,
    });
    expect(counted?.count).toMatchObject({ customers: 5_000, messages: 5_000 });
    expect(counted).toEqual(await countOneByOne(node, facts));
    expect(done.length).toBeGreaterThan(1);
    expect(done.at(-1)).toBe(5_000);
  });

  it('ends in the middle of a message that takes long', async () => {
    await addTestCustomers(context, project.projectId, manyCustomers(100));
    const facts = await loadMessageFacts(context, project.projectId, scenarioFacts);
    const slow =
      '{% for a in range(300) %}{% for b in range(300) %}{% endfor %}{% endfor %}{{ customer.first_name }}';
    const counting = countAll(context.database.pool, {
      projectId: project.projectId,
      node: createSmsNode({ versions: [{ language: 'en', message: slow }] }),
      facts,
      onProgress: () => Promise.resolve(true),
      signal: AbortSignal.timeout(100),
    });
    await expect(counting).rejects.toThrow(/has ended|aborted/);
  });
});
