import { z } from 'zod';
import type { NodeKindDescription } from '../node-kind.ts';

/** Settings of a Now trigger: it enrols every customer of the audience once, at the start. */
export const nowSettingsSchema = z.object({});

export type NowSettings = z.infer<typeof nowSettingsSchema>;

export const now: NodeKindDescription<'now', NowSettings> = {
  kind: 'now',
  title: 'Now',
  family: 'trigger',
  hint: 'Starts for everyone at once, when you press Start',
  hasInput: false,
  outputs: () => [{ id: 'out', label: '' }],
  defaults: () => ({}),
  summary: () => 'All customers, at start',
  issues: () => [],
};
