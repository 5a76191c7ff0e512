import type { Response } from 'express';
import type { z } from 'zod';

/** 400 with every issue's path and message. */
export function refuse(
  response: Response,
  code: 'invalid_query' | 'invalid_behaviour' | 'invalid_faults' | 'invalid_callbacks',
  error: z.ZodError,
): void {
  const issues = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  const first = issues[0];
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
  response.status(400).json({ error: { code, message: `${where}${first?.message ?? ''}`, issues } });
}
