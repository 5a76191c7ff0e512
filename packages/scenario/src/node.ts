import { z } from 'zod';
import { nowSettingsSchema } from './nodes/now.ts';
import { smsSettingsSchema } from './nodes/sms-settings.ts';

const common = {
  id: z.string().min(1).max(64),
  /** Counts up within the scenario and is never used again: the `action_id` of campaign events. */
  number: z.int().positive(),
  name: z.string().max(120, 'At most 120 characters'),
  /** Canvas coordinates in px. */
  position: z.object({ x: z.number(), y: z.number() }),
};

/** One node of a scenario: what it is, where it stands, its settings. */
export const nodeSchema = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('now'), settings: nowSettingsSchema }),
  z.object({ ...common, kind: z.literal('sms'), settings: smsSettingsSchema }),
]);

export type ScenarioNode = z.infer<typeof nodeSchema>;
export type NodeKind = ScenarioNode['kind'];
export type NodeOf<K extends NodeKind> = Extract<ScenarioNode, { kind: K }>;
