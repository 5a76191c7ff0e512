import { nodeSchema } from '@curlew/scenario';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { describeApi } from './open-api.ts';
import { noBody, noParams, noQuery } from './shapes/common.ts';

const reference = z.strictObject({ $ref: z.string().startsWith('#/') });
const schema = z.record(z.string(), z.unknown());
const content = z.record(z.string().regex(/^\w+\/[\w-]+$/), z.strictObject({ schema }));
const response = z.strictObject({ description: z.string().min(1), content: content.optional() });
const operation = z.strictObject({
  operationId: z.string(),
  summary: z.string().min(1),
  description: z.string(),
  tags: z.array(z.string()).min(1),
  parameters: z.array(
    z.strictObject({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean(), schema }),
  ),
  requestBody: z.strictObject({ required: z.literal(true), content }).optional(),
  responses: z.record(z.string().regex(/^(2\d\d|default)$/), z.union([reference, response])),
  security: z.array(z.record(z.string(), z.array(z.string()))),
});
const methods = z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), operation);

/** OpenAPI 3.1.0, as far as we use it. Strict: a misspelt keyword is found. */
const openApi = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.string() })),
  tags: z.array(z.strictObject({ name: z.string() })),
  paths: z.record(z.string().startsWith('/'), methods),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[A-Za-z0-9._-]+$/), schema),
    responses: z.record(z.string(), response),
    securitySchemes: z.record(
      z.string(),
      z.strictObject({
        type: z.literal('apiKey'),
        in: z.literal('cookie'),
        name: z.string(),
        description: z.string(),
      }),
    ),
  }),
});

const description = describeApi(endpoints, '1.2.3');
const api = openApi.parse(description);
const all: [string, Endpoint][] = Object.entries(endpoints);

const findOperation = ({ path, method }: Endpoint): z.infer<typeof operation> => {
  const found = api.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method];
  if (!found) throw new Error(`${method} ${path} is not described`);
  return found;
};

const findReferences = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === '$ref' && typeof part === 'string' ? [part] : findReferences(part),
  );
};

const follow = (pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? Object.getOwnPropertyDescriptor(value, key)?.value
          : undefined,
      description,
    );

const thing: Endpoint = {
  method: 'post',
  path: '/api/things',
  summary: 'Make a thing',
  tag: 'Things',
  access: 'public',
  params: noParams,
  query: noQuery,
  body: z.object({ size: z.int().default(3) }),
  reply: z.object({ size: z.int().default(3) }),
};

it('[H13] is plain JSON, the same each time', () => {
  expect(JSON.parse(JSON.stringify(description))).toEqual(description);
  expect(describeApi(endpoints, '1.2.3')).toEqual(description);
  expect(api.info.version).toBe('1.2.3');
});

it('[H13] describes no endpoints, too', () => {
  expect(openApi.parse(describeApi({}, '1')).paths).toEqual({});
});

it('[H14] has each endpoint once and nothing else', () => {
  const operations = Object.values(api.paths).flatMap((path) => Object.values(path));
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(
    Object.keys(endpoints).toSorted(),
  );
  const tags = new Set(operations.flatMap((each) => each.tags));
  expect(new Set(api.tags.map(({ name }) => name))).toEqual(tags);
});

describe.each(all)('%s', (id, endpoint) => {
  const { path, access, params, query, body, reply, status = 200 } = endpoint;
  const found = findOperation(endpoint);
  const success = found.responses[status];

  it('[H14] is described with its words and parameters', () => {
    expect(found).toMatchObject({ operationId: id, summary: endpoint.summary, tags: [endpoint.tag] });
    expect(found.description).toContain(typeof access === 'object' ? access.atLeast : 'signed in');
    const inPath = Array.from(path.matchAll(/:(\w+)/g), ([, name]) => String(name));
    const declared = found.parameters.filter((parameter) => parameter.in === 'path');
    expect(declared.map(({ name }) => name).toSorted()).toEqual(inPath.toSorted());
    expect(declared.every(({ required }) => required)).toBe(true);
    expect(found.parameters).toHaveLength(
      [params, query].flatMap((part) => (part instanceof z.ZodObject ? Object.keys(part.shape) : [])).length,
    );
  });

  it('[H16] has the media types that it speaks', () => {
    const isFile = id === 'uploadImport';
    expect(Object.keys(found.requestBody?.content ?? {})).toEqual(
      body instanceof z.ZodUndefined ? [] : [isFile ? 'text/csv' : 'application/json'],
    );
    const replied = success && 'content' in success ? Object.keys(success.content ?? {}) : [];
    const expected = id === 'watchRuns' ? 'text/event-stream' : 'application/json';
    expect(replied).toEqual(reply instanceof z.ZodUndefined ? [] : [expected]);
  });

  it('[H18] says how errors look and who is asked to sign in', () => {
    expect(found.responses['default']).toEqual({ $ref: '#/components/responses/Error' });
    expect(Object.keys(found.responses).toSorted()).toEqual([String(status), 'default']);
    expect(found.security).toEqual([{ session: [] }]);
  });
});

it('[H14] a path parameter is required, whatever its schema says', () => {
  const endpoint = {
    ...thing,
    path: '/api/things/:size',
    params: z.object({ size: z.string().default('3') }),
  };
  const { paths } = openApi.parse(describeApi({ endpoint }, '1'));
  expect(paths['/api/things/{size}']?.post?.parameters).toMatchObject([
    { name: 'size', in: 'path', required: true },
  ]);
});

it('[H15] every reference leads somewhere', () => {
  const references = findReferences(description);
  expect(references.length).toBeGreaterThan(40);
  expect(references.filter((pointer) => follow(pointer) === undefined)).toEqual([]);
  expect(JSON.stringify(description)).not.toContain('$defs');
});

it('[H15] every name is used', () => {
  const used = new Set(findReferences(description));
  const names = Object.keys(api.components.schemas).map((name) => `#/components/schemas/${name}`);
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !used.has(name))).toEqual([]);
});

it('[H16] the events of a live run are runs', () => {
  const success = findOperation(endpoints.watchRuns).responses[200];
  expect(success).toHaveProperty(
    ['content', 'text/event-stream', 'schema', 'contentSchema', 'anyOf'],
    [{ $ref: '#/components/schemas/Run' }, { type: 'null' }],
  );
});

it('[H17] a default may be left out of a request and is there in a reply', () => {
  const { paths } = openApi.parse(describeApi({ thing }, '1'));
  const made = paths['/api/things']?.post;
  expect(made?.requestBody?.content['application/json']?.schema).not.toHaveProperty('required');
  expect(made?.responses[200]).toHaveProperty(
    ['content', 'application/json', 'schema', 'required'],
    ['size'],
  );
  const { ScenarioNode, ScenarioNodeInput } = api.components.schemas;
  const index = nodeSchema.options.findIndex(({ shape }) => shape.kind.value === 'sms');
  const place = `oneOf.${index}.properties.settings`;
  expect(ScenarioNodeInput).toHaveProperty(`${place}.properties.sender`);
  expect(ScenarioNodeInput).not.toHaveProperty(`${place}.required`);
  expect(ScenarioNode).toHaveProperty(`${place}.required`);
});

it('[H18] a public endpoint asks for no session', () => {
  const { paths } = openApi.parse(describeApi({ thing }, '1'));
  expect(paths['/api/things']?.post?.security).toEqual([]);
  expect(paths['/api/things']?.post?.description).toBe('Anyone.');
});

const tree = z.object({
  text: z.string(),
  get answers() {
    return z.array(tree);
  },
});

it.each([
  ['a tree', tree],
  ['a list of trees', z.array(tree)],
  ['any JSON', z.object({ more: z.json() })],
])('[H19] throws at %s, which contains itself and has no name', (_, reply) => {
  const endpoint = defineEndpoint({ ...thing, body: noBody, reply });
  expect(() => describeApi({ endpoint }, '1')).toThrow('needs a name');
});
