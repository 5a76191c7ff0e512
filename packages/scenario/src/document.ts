import { z } from 'zod';
import { edgeSchema } from './edge.ts';
import { nodeSchema } from './node.ts';

/** A whole scenario as it is drawn. Its life (draft, active ...) is kept beside it, not in it. */
export const scenarioDocumentSchema = z.object({
  schemaVersion: z.literal(1),
  /** The number the next node gets. */
  nextNumber: z.int().positive(),
  nodes: z.array(nodeSchema).max(2_000),
  edges: z.array(edgeSchema).max(8_000),
});

export type ScenarioDocument = z.infer<typeof scenarioDocumentSchema>;

export type ParseDocumentResult =
  | { readonly ok: true; readonly document: ScenarioDocument }
  | { readonly ok: false; readonly problems: readonly string[] };

const problemsOf = (document: ScenarioDocument): string[] => {
  const problems: string[] = [];
  const nodeIds = new Set(document.nodes.map((node) => node.id));
  const numbers = new Set(document.nodes.map((node) => node.number));
  const edgeIds = new Set(document.edges.map((edge) => edge.id));
  if (nodeIds.size < document.nodes.length) problems.push('two nodes have the same id');
  if (numbers.size < document.nodes.length) problems.push('two nodes have the same number');
  if (edgeIds.size < document.edges.length) problems.push('two connections have the same id');
  if (document.nodes.some((node) => node.number >= document.nextNumber)) {
    problems.push('nextNumber is not above the number of every node');
  }
  for (const edge of document.edges) {
    if (!nodeIds.has(edge.source) || !nodeIds.has(edge.target)) {
      problems.push(`connection ${edge.id} leads from or to a node that does not exist`);
    }
  }
  const outputs = new Set(document.edges.map((edge) => JSON.stringify([edge.source, edge.output])));
  if (outputs.size < document.edges.length) problems.push('an output has two connections, it can have one');
  return problems;
};

/** Reads unknown data as a document: its shape by the schema, then its inner references. All problems are listed. */
export const parseDocument = (data: unknown): ParseDocumentResult => {
  const parsed = scenarioDocumentSchema.safeParse(data);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'document'}: ${issue.message}`);
    return { ok: false, problems };
  }
  const problems = problemsOf(parsed.data);
  return problems.length === 0 ? { ok: true, document: parsed.data } : { ok: false, problems };
};
