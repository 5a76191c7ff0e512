import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { errorBodySchema, errorStatus } from './error.ts';

type Json = { [key: string]: unknown };

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return rest;
};

const parametersOf = (schema: z.ZodType, where: 'path' | 'query'): Json[] => {
  const object = schemaOf(schema, 'input');
  const required = new Set(Array.isArray(object['required']) ? object['required'] : []);
  const properties = object['properties'];
  if (typeof properties !== 'object' || properties === null) return [];
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.has(name),
    schema: property,
  }));
};

const isUndefined = (schema: z.ZodType): boolean => schema.def.type === 'undefined';

const isFile = (schema: z.ZodType): boolean => schema.def.type === 'unknown';

const describeAccess = (access: Endpoint['access']): string => {
  if (access === 'public') return 'Anyone.';
  if (access === 'signed_in') return 'Anyone who is signed in.';
  return `Members of the project, ${access.atLeast} or above.`;
};

const operationOf = (id: string, endpoint: Endpoint): Json => {
  const status = endpoint.status ?? 200;
  const reply = isUndefined(endpoint.reply)
    ? { description: 'Done' }
    : { description: 'Done', content: { 'application/json': { schema: schemaOf(endpoint.reply, 'output') } } };
  const body = isFile(endpoint.body)
    ? { 'text/csv': { schema: { type: 'string' } } }
    : { 'application/json': { schema: schemaOf(endpoint.body, 'input') } };
  return {
    operationId: id,
    summary: endpoint.summary,
    description: describeAccess(endpoint.access),
    tags: [endpoint.tag],
    parameters: [...parametersOf(endpoint.params, 'path'), ...parametersOf(endpoint.query, 'query')],
    ...(isUndefined(endpoint.body) ? {} : { requestBody: { required: true, content: body } }),
    responses: { [status]: reply, default: { $ref: '#/components/responses/Error' } },
    ...(endpoint.access === 'public' ? {} : { security: [{ session: [] }] }),
  };
};

/** The OpenAPI 3.1 description of a set of endpoints, as plain JSON. */
export const describeApi = (endpoints: Readonly<Record<string, Endpoint>>, version: string): Json => {
  const paths: { [path: string]: Json } = {};
  for (const [id, endpoint] of Object.entries(endpoints)) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method]: operationOf(id, endpoint) };
  }
  const codes = Object.entries(errorStatus).map(([code, status]) => `${code} (${status})`);
  return {
    openapi: '3.1.0',
    info: { title: 'Curlew', version, description: 'Scenarios, runs, customers and imports.' },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'better-auth.session_token' } },
      responses: {
        Error: {
          description: `An error. Codes: ${codes.join(', ')}.`,
          content: { 'application/json': { schema: schemaOf(errorBodySchema, 'output') } },
        },
      },
    },
  };
};
