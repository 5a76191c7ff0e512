import { dayOfValue, momentOnClock, nextTimeOfDay, type NodeOf, type ScenarioNode } from '@curlew/scenario';
import { customerZone } from '../customer-zone.ts';
import type { CustomerFacts, MessageFacts } from '../facts.ts';
import { nextMoment } from '../trigger-moments.ts';
import { isAnniversary } from './is-anniversary.ts';

interface Asked {
  readonly customer: CustomerFacts;
  readonly facts: MessageFacts;
  readonly startsAt: number;
}

const dayMs = 86_400_000;
const writeDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** The next moment after `after` at which a trigger looks whether the customer is to come in; null: it never does again. */
export const nextLook = (
  node: ScenarioNode,
  after: number,
  { customer, facts, startsAt }: Asked,
): number | null => {
  const isBeginning = after < startsAt;
  const projectZone = facts.project.timeZone ?? 'UTC';
  switch (node.kind) {
    case 'now':
    case 'api':
      return isBeginning ? startsAt : null;
    // It lets everyone in once: whose own moment comes later is held there.
    case 'on_date':
      return isBeginning ? nextMoment(node, { after: startsAt, projectZone }) : null;
    case 'repeat':
      return nextMoment(node, { after: Math.max(after, startsAt), projectZone });
    case 'date_attribute': {
      const { time, timeZone } = node.settings;
      const zone = customerZone(timeZone, customer, facts);
      return nextTimeOfDay(Math.max(after, startsAt), { time, weekdays: [] }, zone);
    }
    // Only an event lets anybody in there.
    case 'on_event':
      return null;
    case 'condition':
    case 'wait':
    case 'silent_hours':
    case 'split':
    case 'limit':
    case 'sms':
    case 'webhook':
    case 'set_attribute':
    case 'track_event':
    case 'change_consent':
      throw new Error(`node ${node.id} is no trigger`);
  }
};

const isTheirDay = (
  { settings }: NodeOf<'date_attribute'>,
  at: number,
  { customer, facts }: Asked,
): boolean => {
  const { attribute, time, timeZone, offsetDays, repeat } = settings;
  const { stored = customer.attributes } = customer;
  const name = attribute.trim();
  const value = Object.hasOwn(stored, name) ? stored[name] : undefined;
  const own = dayOfValue(value, facts.project.timeZone ?? 'UTC');
  if (own === null) return false;
  const zone = customerZone(timeZone, customer, facts);
  const day = [-1, 0, 1]
    .map((offset) => writeDay(at + offset * dayMs))
    .find((some) => momentOnClock(some, time, zone) === at);
  return day !== undefined && isAnniversary(own, writeDay(Date.parse(day) - offsetDays * dayMs), repeat);
};

/** Whether the trigger that looks at a moment lets the customer in. */
export const letsIn = (node: ScenarioNode, at: number, asked: Asked): boolean =>
  node.kind !== 'date_attribute' || isTheirDay(node, at, asked);
