import { z } from 'zod';

export const noteColours = ['yellow', 'blue', 'green', 'pink'] as const;

/** A remark on the canvas, for people only: no walk ever sees it. */
export const noteSchema = z.object({
  id: z.string().min(1).max(64),
  text: z.string().max(2_000, 'At most 2,000 characters'),
  colour: z.enum(noteColours),
  /** Canvas coordinates and size in px. */
  position: z.object({ x: z.number(), y: z.number() }),
  size: z.object({ width: z.number().min(80).max(1_200), height: z.number().min(40).max(1_200) }),
});

export type CanvasNote = z.infer<typeof noteSchema>;
