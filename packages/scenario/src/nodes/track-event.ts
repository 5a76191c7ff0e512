import { z } from 'zod';
import type { NodeKindDescription, SettingsIssue } from '../node-kind.ts';
import { onlyOutput } from '../node-output.ts';
import { fieldError } from '../settings/field-issues.ts';
import { findNamedValueIssues, namedValueSchema } from '../settings/named-values.ts';
import { usualCampaignEvent } from '../usual-campaign-event.ts';

/** Settings of a Track event node. */
export const trackEventSettingsSchema = z.object({
  event: z.string().max(100, 'At most 100 characters').default(''),
  properties: z.array(namedValueSchema).max(50, 'At most 50 properties').default([]),
  /** Whether the event may start scenarios, this one included. */
  mayTrigger: z.boolean().default(false),
});

export type TrackEventSettings = z.infer<typeof trackEventSettingsSchema>;

const reserved: ReadonlyMap<string, string> = new Map([
  [usualCampaignEvent, 'choose another name'],
  ['consent', 'use a Change consent node'],
]);

const findEventIssues = (event: string): SettingsIssue[] => {
  if (event === '') return [fieldError('event_missing', 'event', 'The event has no name: type one')];
  const remedy = reserved.get(event);
  if (remedy === undefined) return [];
  const message = `Events named “${event}” are written by Curlew itself: ${remedy}`;
  return [fieldError('event_reserved', 'event', message)];
};

export const trackEvent: NodeKindDescription<'track_event', TrackEventSettings> = {
  kind: 'track_event',
  title: 'Track event',
  family: 'data',
  hint: "Adds an event to the customer's time line",
  hasInput: true,
  outputs: () => onlyOutput,
  defaults: () => trackEventSettingsSchema.parse({}),
  summary: ({ event, mayTrigger }) =>
    event.trim() === ''
      ? 'No event yet'
      : `Track ${event.trim()}${mayTrigger ? ', may start scenarios' : ''}`,
  issues: ({ event, properties }) => [
    ...findEventIssues(event.trim()),
    ...findNamedValueIssues(properties, { field: 'properties', what: 'property' }),
  ],
};
