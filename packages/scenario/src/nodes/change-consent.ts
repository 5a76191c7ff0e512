import { z } from 'zod';
import type { NodeKindDescription } from '../node-kind.ts';
import { onlyOutput } from '../node-output.ts';
import { fieldError } from '../settings/field-issues.ts';
import { referenceSchema } from '../settings/reference.ts';

/** Settings of a Change consent node. */
export const changeConsentSettingsSchema = z.object({
  categoryId: referenceSchema.default(null),
  action: z.enum(['grant', 'revoke']).default('revoke'),
  /** Of a grant; null: until it is revoked. */
  validDays: z
    .int('A whole number')
    .min(1, 'At least 1 day')
    .max(3_650, 'At most 3,650 days')
    .nullable()
    .default(null),
});

export type ChangeConsentSettings = z.infer<typeof changeConsentSettingsSchema>;

export const changeConsent: NodeKindDescription<'change_consent', ChangeConsentSettings> = {
  kind: 'change_consent',
  title: 'Change consent',
  family: 'data',
  hint: 'Gives or revokes a consent of the customer, with proof',
  hasInput: true,
  outputs: () => onlyOutput,
  defaults: () => changeConsentSettingsSchema.parse({}),
  summary: ({ categoryId, action, validDays }) => {
    if (categoryId === null) return 'No category yet';
    if (action === 'revoke') return 'Revoke the consent';
    return validDays === null
      ? 'Give the consent'
      : `Give the consent for ${validDays === 1 ? 'a day' : `${validDays} days`}`;
  },
  issues: ({ categoryId }) =>
    categoryId === null
      ? [fieldError('category_missing', 'categoryId', 'The consent category is missing: choose one')]
      : [],
};
