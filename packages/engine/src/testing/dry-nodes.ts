import type { NodeOf } from '@curlew/scenario';
import { createNode, createSmsSettings, dryStart } from '@curlew/testkit';

const hourMs = 3_600_000;

/** An SMS node that says this. */
export const sms = (message = 'Hi {{ customer.first_name }}', id = 'sms') =>
  createNode('sms', createSmsSettings({ versions: [{ language: 'en', message }] }), id);

/** A Wait for an event, two days at most. */
export const waitFor = (event: string, where: NodeOf<'wait'>['settings']['where'] = []) =>
  createNode('wait', { mode: 'event', event, where, timeout: { amount: 2, unit: 'days' } });

/** That an event of a message says this status. */
export const status = (value: string) => [
  { property: 'status', type: 'text' as const, operator: 'is' as const, values: [value] },
];

/** So many hours after the start, in milliseconds since 1970. */
export const at = (hours: number): number => dryStart + hours * hourMs;

/** An event so many hours after the start. */
export const event = (hours: number, type: string, properties: Record<string, unknown> = {}) => ({
  type,
  timestamp: at(hours),
  properties,
});
