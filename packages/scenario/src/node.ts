import { z } from 'zod';
import { apiSettingsSchema } from './nodes/api.ts';
import { changeConsentSettingsSchema } from './nodes/change-consent.ts';
import { conditionSettingsSchema } from './nodes/condition.ts';
import { dateAttributeSettingsSchema } from './nodes/date-attribute.ts';
import { limitSettingsSchema } from './nodes/limit.ts';
import { nowSettingsSchema } from './nodes/now.ts';
import { onDateSettingsSchema } from './nodes/on-date.ts';
import { onEventSettingsSchema } from './nodes/on-event.ts';
import { repeatSettingsSchema } from './nodes/repeat.ts';
import { setAttributeSettingsSchema } from './nodes/set-attribute.ts';
import { silentHoursSettingsSchema } from './nodes/silent-hours.ts';
import { smsSettingsSchema } from './nodes/sms-settings.ts';
import { splitSettingsSchema } from './nodes/split.ts';
import { trackEventSettingsSchema } from './nodes/track-event.ts';
import { waitSettingsSchema } from './nodes/wait-settings.ts';
import { webhookSettingsSchema } from './nodes/webhook.ts';

const common = {
  id: z.string().min(1).max(64),
  /** Counts up within the scenario and is never used again: the `action_id` of campaign events. */
  number: z.int().positive(),
  name: z.string().max(120, 'At most 120 characters'),
  /** Canvas coordinates in px. */
  position: z.object({ x: z.number(), y: z.number() }),
};

/** A node that sends a message. */
export const smsNodeSchema = z.object({ ...common, kind: z.literal('sms'), settings: smsSettingsSchema });

const noSuchKind = 'There is no such kind of node';

/** One node of a scenario: what it is, where it stands, its settings. */
export const nodeSchema = z.discriminatedUnion(
  'kind',
  [
    z.object({ ...common, kind: z.literal('now'), settings: nowSettingsSchema }),
    z.object({ ...common, kind: z.literal('on_date'), settings: onDateSettingsSchema }),
    z.object({ ...common, kind: z.literal('repeat'), settings: repeatSettingsSchema }),
    z.object({ ...common, kind: z.literal('on_event'), settings: onEventSettingsSchema }),
    z.object({ ...common, kind: z.literal('date_attribute'), settings: dateAttributeSettingsSchema }),
    z.object({ ...common, kind: z.literal('api'), settings: apiSettingsSchema }),
    z.object({ ...common, kind: z.literal('condition'), settings: conditionSettingsSchema }),
    z.object({ ...common, kind: z.literal('wait'), settings: waitSettingsSchema }),
    z.object({ ...common, kind: z.literal('silent_hours'), settings: silentHoursSettingsSchema }),
    z.object({ ...common, kind: z.literal('split'), settings: splitSettingsSchema }),
    z.object({ ...common, kind: z.literal('limit'), settings: limitSettingsSchema }),
    smsNodeSchema,
    z.object({ ...common, kind: z.literal('webhook'), settings: webhookSettingsSchema }),
    z.object({ ...common, kind: z.literal('set_attribute'), settings: setAttributeSettingsSchema }),
    z.object({ ...common, kind: z.literal('track_event'), settings: trackEventSettingsSchema }),
    z.object({ ...common, kind: z.literal('change_consent'), settings: changeConsentSettingsSchema }),
  ],
  { error: ({ code }) => (code === 'invalid_union' ? noSuchKind : undefined) },
);

export type ScenarioNode = z.infer<typeof nodeSchema>;
export type NodeKind = ScenarioNode['kind'];
export type NodeOf<K extends NodeKind> = Extract<ScenarioNode, { kind: K }>;
