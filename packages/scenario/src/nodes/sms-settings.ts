import { z } from 'zod';
import { namedValueSchema } from '../settings/named-values.ts';
import { referenceSchema } from '../settings/reference.ts';
import { languageVersionSchema } from './language-version.ts';
import { messageRuleSettings } from './message-rules.ts';

/** The most parts a message may be allowed to have. */
export const mostParts = 8;

/** Settings of an SMS node. `null` integration: the project's default; `null` consent category: General (everyone). */
export const smsSettingsSchema = z.object({
  integrationId: referenceSchema.default(null),
  sender: z.string().max(200, 'At most 200 characters').default(''),
  defaultLanguage: languageVersionSchema.shape.language.default('en'),
  versions: z
    .array(languageVersionSchema)
    .min(1, 'A message has at least one language version')
    .max(50, 'At most 50 language versions')
    .default([{ language: 'en', message: '' }]),
  /** 1: multiple parts are off. */
  maximumParts: z.int().min(1).max(mostParts).default(1),
  consentCategoryId: referenceSchema.default(null),
  ...messageRuleSettings,
  /** Written to every campaign event of the message; values may be templates. */
  eventProperties: z.array(namedValueSchema).max(50, 'At most 50 properties').default([]),
});

export type SmsSettings = z.infer<typeof smsSettingsSchema>;
