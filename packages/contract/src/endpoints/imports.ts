import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { idSchema, noBody, noQuery, projectParams, timestampSchema } from '../shapes/common.ts';

/** Where a CSV column goes. `list` splits an attribute at `|`; `consent` reads accept / reject. */
export const columnTargetSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('skip') }),
  z.object({ to: z.literal('id'), kind: z.string().min(1).max(64) }),
  z.object({
    to: z.literal('attribute'),
    name: z.string().min(1).max(128),
    type: z.enum(['text', 'number', 'boolean', 'date', 'list']),
  }),
  z.object({ to: z.literal('consent'), categoryId: idSchema }),
]);
export type ColumnTarget = z.infer<typeof columnTargetSchema>;

export const columnMappingSchema = z.object({ column: z.string(), target: columnTargetSchema });
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

export const importSchema = z.object({
  id: z.uuid(),
  fileName: z.string(),
  status: z.enum(['uploaded', 'running', 'finished', 'failed']),
  columns: z.array(z.string()),
  /** The first rows, as text, for the mapping screen. */
  sample: z.array(z.array(z.string())),
  /** What the columns look like, to start from. */
  suggestedMapping: z.array(columnMappingSchema),
  rowsRead: z.int(),
  customersCreated: z.int(),
  customersUpdated: z.int(),
  rowsRefused: z.int(),
  /** One sentence when the import as a whole failed. */
  problem: z.string().nullable(),
  createdAt: timestampSchema,
  finishedAt: timestampSchema.nullable(),
});
export type Import = z.infer<typeof importSchema>;

export const importParams = projectParams.extend({ importId: idSchema });

/** The body is the file itself (`text/csv`, UTF-8), not JSON. */
export const uploadImport = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/imports',
  summary: 'Upload a CSV file of customers (body: the file, text/csv)',
  tag: 'Imports',
  access: { atLeast: 'editor' },
  params: projectParams,
  query: z.object({ fileName: z.string().min(1).max(255) }),
  body: z.unknown(),
  reply: importSchema,
  status: 201,
});

export const runImport = defineEndpoint({
  method: 'post',
  path: '/api/projects/:projectId/imports/:importId/run',
  summary: 'Import the uploaded file with this mapping; goes on in the background',
  tag: 'Imports',
  access: { atLeast: 'editor' },
  params: importParams,
  query: noQuery,
  body: z.object({ mapping: z.array(columnMappingSchema).min(1).max(500) }),
  reply: importSchema,
  status: 202,
});

export const getImport = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/imports/:importId',
  summary: 'An import with its progress',
  tag: 'Imports',
  access: { atLeast: 'viewer' },
  params: importParams,
  query: noQuery,
  body: noBody,
  reply: importSchema,
});

export const importErrorSchema = z.object({ line: z.int(), reason: z.string(), row: z.string() });
export type ImportError = z.infer<typeof importErrorSchema>;

export const listImportErrors = defineEndpoint({
  method: 'get',
  path: '/api/projects/:projectId/imports/:importId/errors',
  summary:
    'Refused rows with line and reason, in file order (all of them as a file: errors.csv beside this path)',
  tag: 'Imports',
  access: { atLeast: 'viewer' },
  params: importParams,
  query: z.object({
    afterLine: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  body: noBody,
  reply: z.object({ items: z.array(importErrorSchema), total: z.int() }),
});
