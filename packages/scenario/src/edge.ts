import { z } from 'zod';

/** A connection from one node's output to another node's input. */
export const edgeSchema = z.object({
  id: z.string().min(1).max(64),
  source: z.string().min(1).max(64),
  output: z.string().min(1).max(64),
  target: z.string().min(1).max(64),
});

export type ScenarioEdge = z.infer<typeof edgeSchema>;
