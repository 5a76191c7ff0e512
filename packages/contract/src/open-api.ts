import type { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { errorBodySchema, errorStatus } from './error.ts';
import { createSchemaCollection, type Json, type SchemaCollection } from './schema-collection.ts';

const isUndefined = (schema: z.ZodType): boolean => schema.def.type === 'undefined';

const isFile = (schema: z.ZodType): boolean => schema.def.type === 'unknown';

const describeAccess = (access: Endpoint['access']): string => {
  if (access === 'public') return 'Anyone.';
  if (access === 'signed_in') return 'Anyone who is signed in.';
  return `Members of the project, ${access.atLeast} or above.`;
};

const describeParameters = (schemas: SchemaCollection, part: z.ZodType, where: 'path' | 'query'): Json[] => {
  const { properties, required } = schemas.describe(part, 'request');
  if (typeof properties !== 'object' || properties === null) return [];
  const needed = new Set<unknown>(Array.isArray(required) ? required : []);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || needed.has(name),
    schema,
  }));
};

const describeBody = (schemas: SchemaCollection, { body }: Endpoint): Json => {
  if (isUndefined(body)) return {};
  const content = isFile(body)
    ? { 'text/csv': { schema: { type: 'string' } } }
    : { 'application/json': { schema: schemas.describe(body, 'request') } };
  return { requestBody: { required: true, content } };
};

const describeReply = (schemas: SchemaCollection, { reply, replyType }: Endpoint): Json => {
  if (isUndefined(reply)) return { description: 'Done. There is nothing in the body.' };
  const schema = schemas.describe(reply, 'reply');
  if (replyType !== 'text/event-stream')
    return { description: 'Done.', content: { 'application/json': { schema } } };
  const events = { type: 'string', contentMediaType: 'application/json', contentSchema: schema };
  return {
    description: 'Server-sent events. The data of each is JSON of the shape given.',
    content: { 'text/event-stream': { schema: events } },
  };
};

const describeOperation = (schemas: SchemaCollection, id: string, endpoint: Endpoint): Json => ({
  operationId: id,
  summary: endpoint.summary,
  description: describeAccess(endpoint.access),
  tags: [endpoint.tag],
  parameters: [
    ...describeParameters(schemas, endpoint.params, 'path'),
    ...describeParameters(schemas, endpoint.query, 'query'),
  ],
  ...describeBody(schemas, endpoint),
  responses: {
    [String(endpoint.status ?? 200)]: describeReply(schemas, endpoint),
    default: { $ref: '#/components/responses/Error' },
  },
  security: endpoint.access === 'public' ? [] : [{ session: [] }],
});

/** The OpenAPI 3.1 description of a set of endpoints, as plain JSON. */
export const describeApi = (endpoints: Readonly<Record<string, Endpoint>>, version: string): Json => {
  const schemas = createSchemaCollection();
  const paths: { [path: string]: Json } = {};
  for (const [id, endpoint] of Object.entries(endpoints)) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method]: describeOperation(schemas, id, endpoint) };
  }
  const codes = Object.entries(errorStatus).map(([code, status]) => `${code} (${status})`);
  const tags = new Set(Object.values(endpoints).map((endpoint) => endpoint.tag));
  const error = {
    description: `An error. Codes: ${codes.join(', ')}.`,
    content: { 'application/json': { schema: schemas.describe(errorBodySchema, 'reply') } },
  };
  return {
    openapi: '3.1.0',
    info: { title: 'Curlew', version, description: 'Scenarios, runs, customers and imports.' },
    servers: [{ url: '/' }],
    tags: Array.from(tags, (name) => ({ name })),
    paths,
    components: {
      schemas: schemas.components,
      responses: { Error: error },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'curlew.session_token',
          description: 'Set by signing in; over https its name begins with `__Secure-`.',
        },
      },
    },
  };
};
