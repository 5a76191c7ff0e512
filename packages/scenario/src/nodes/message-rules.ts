import { z } from 'zod';
import { durationSchema, type Duration } from '../settings/duration.ts';
import { referenceSchema } from '../settings/reference.ts';
import { silentHoursSettingsSchema, type SilentHoursSettings } from './silent-hours.ts';

/** When a click on a shortened link also tells the page who clicked. */
export const identityTransfers = ['off', 'first_click', 'every_click'] as const;
export type IdentityTransfer = (typeof identityTransfers)[number];

const utmValue = z.string().max(200, 'At most 200 characters');

/** What is added to the address behind a shortened link; an empty one is left out. */
export const utmSchema = z.object({
  source: utmValue.default(''),
  medium: utmValue.default(''),
  campaign: utmValue.default(''),
  term: utmValue.default(''),
  content: utmValue.default(''),
});
export type Utm = z.infer<typeof utmSchema>;

/** A setting that a project has a default for: that one, none, or one of the node's own. */
const choiceOf = <S extends z.ZodType>(own: S) =>
  z
    .discriminatedUnion('of', [
      z.object({ of: z.literal('project') }),
      z.object({ of: z.literal('none') }),
      z.object({ of: z.literal('own'), value: own }),
    ])
    .default({ of: 'project' });

const automaticUtm = z.literal('automatic');

/** The settings of an SMS node that a project has defaults for. */
export const messageRuleSettings = {
  frequencyPolicy: choiceOf(z.uuid().toLowerCase()),
  silentHours: choiceOf(silentHoursSettingsSchema),
  /** How long after its node a message may still leave. */
  expiry: choiceOf(durationSchema),
  linkShortener: z.enum(['project', 'on', 'off']).default('project'),
  identityTransfer: z.enum(['project', ...identityTransfers]).default('project'),
  /** `automatic`: source curlew, medium sms, campaign the node's name. */
  utm: choiceOf(z.union([automaticUtm, utmSchema])),
};

/** What the messages of a project follow where their node says nothing else. */
export const messageDefaultsSchema = z.object({
  frequencyPolicyId: referenceSchema.default(null),
  silentHours: silentHoursSettingsSchema.nullable().default(null),
  expiry: durationSchema.nullable().default(null),
  shortensLinks: z.boolean().default(false),
  identityTransfer: z.enum(identityTransfers).default('first_click'),
  utm: z.union([automaticUtm, utmSchema]).nullable().default('automatic'),
});
export type MessageDefaults = z.infer<typeof messageDefaultsSchema>;

/** The rules one message follows, with its project's defaults filled in; null: there is none. */
export interface MessageRules {
  readonly frequencyPolicyId: string | null;
  readonly silentHours: SilentHoursSettings | null;
  readonly expiry: Duration | null;
  readonly shortensLinks: boolean;
  readonly identityTransfer: IdentityTransfer;
  readonly utm: Utm | null;
}

type Choice<T> =
  | { readonly of: 'project' }
  | { readonly of: 'none' }
  | { readonly of: 'own'; readonly value: T };

const decide = <T>(choice: Choice<T>, standard: T | null): T | null => {
  if (choice.of === 'own') return choice.value;
  return choice.of === 'none' ? null : standard;
};

interface RuledNode {
  readonly name: string;
  readonly settings: z.infer<z.ZodObject<typeof messageRuleSettings>>;
}

/** What an SMS node's message follows. */
export const messageRulesOf = ({ name, settings }: RuledNode, defaults: MessageDefaults): MessageRules => {
  const { linkShortener, identityTransfer } = settings;
  const utm = decide(settings.utm, defaults.utm);
  return {
    frequencyPolicyId: decide(settings.frequencyPolicy, defaults.frequencyPolicyId),
    silentHours: decide(settings.silentHours, defaults.silentHours),
    expiry: decide(settings.expiry, defaults.expiry),
    shortensLinks: linkShortener === 'project' ? defaults.shortensLinks : linkShortener === 'on',
    identityTransfer: identityTransfer === 'project' ? defaults.identityTransfer : identityTransfer,
    utm:
      utm === 'automatic' ? { source: 'curlew', medium: 'sms', campaign: name, term: '', content: '' } : utm,
  };
};
