import { z } from 'zod';
import { edgeSchema } from './edge.ts';
import { nodeSchema } from './node.ts';
import { noteSchema } from './note.ts';

const mostNodes = 2_000;
const mostEdges = 8_000;
const mostNotes = 500;

/** A whole scenario as it is drawn. Its life (draft, active ...) is kept beside it, not in it. */
export const scenarioDocumentSchema = z.object({
  schemaVersion: z.literal(1, 'Only version 1 can be read'),
  /** The number the next node gets. */
  nextNumber: z.int().positive(),
  nodes: z.array(nodeSchema).max(mostNodes, 'At most 2,000 nodes'),
  edges: z.array(edgeSchema).max(mostEdges, 'At most 8,000 connections'),
  notes: z.array(noteSchema).max(mostNotes, 'At most 500 notes').default([]),
});

export type ScenarioDocument = z.infer<typeof scenarioDocumentSchema>;

/** Whether a document has no more of anything than a document may have. */
export const isWithinLimits = ({ nodes, edges, notes }: ScenarioDocument): boolean =>
  nodes.length <= mostNodes && edges.length <= mostEdges && notes.length <= mostNotes;

export type ParseDocumentResult =
  | { readonly ok: true; readonly document: ScenarioDocument }
  | { readonly ok: false; readonly problems: readonly string[] };

const findRepeated = <T>(values: readonly T[]): T[] => {
  const seen = new Set<T>();
  const repeated = new Set<T>();
  for (const value of values) (seen.has(value) ? repeated : seen).add(value);
  return [...repeated];
};

const problemsOf = ({ nodes, edges, notes, nextNumber }: ScenarioDocument): string[] => {
  const ids = new Set(nodes.map((node) => node.id));
  const outputs = edges.map((edge) => JSON.stringify([edge.source, edge.output]));
  return [
    ...findRepeated(nodes.map((node) => node.id)).map((id) => `two nodes have the id “${id}”`),
    ...findRepeated(nodes.map((node) => node.number)).map((number) => `two nodes have the number ${number}`),
    ...nodes
      .filter((node) => node.number >= nextNumber)
      .map((node) => `node “${node.id}” has the number ${node.number}, nextNumber is to be above it`),
    ...findRepeated(edges.map((edge) => edge.id)).map((id) => `two connections have the id “${id}”`),
    ...edges
      .filter((edge) => !ids.has(edge.source) || !ids.has(edge.target))
      .map((edge) => `connection “${edge.id}” leads from or to a node that does not exist`),
    ...findRepeated(notes.map((note) => note.id)).map((id) => `two notes have the id “${id}”`),
    ...findRepeated(outputs).map((output) => `two connections leave one output, ${output}`),
  ];
};

/** Reads unknown data as a document: its shape by the schema, then its inner references. All problems are listed. */
export const parseDocument = (data: unknown): ParseDocumentResult => {
  const parsed = scenarioDocumentSchema.safeParse(data);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || 'document'}: ${issue.message}`,
    );
    return { ok: false, problems };
  }
  const problems = problemsOf(parsed.data);
  return problems.length === 0 ? { ok: true, document: parsed.data } : { ok: false, problems };
};
