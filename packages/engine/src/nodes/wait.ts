import { momentOnClock, nextTimeOfDay, type NodeOf } from '@curlew/scenario';
import { createRender } from '../create-render.ts';
import { customerZone } from '../customer-zone.ts';
import type { NodeInput, NodeOutcome } from '../node-outcome.ts';
import { readWaitAmount } from '../read-wait-amount.ts';

type WaitInput = NodeInput<'wait'>;
type WaitMode = NodeOf<'wait'>['settings']['mode'];

const holdUntil = (until: number, { facts }: WaitInput): NodeOutcome =>
  until > facts.now ? { kind: 'hold', until, then: 'out' } : { kind: 'leave', output: 'out', why: until };

const waitForDuration = (input: WaitInput): NodeOutcome => {
  const { node, customer, facts, reachedAt, addDuration } = input;
  // Without a zone of its own the customer's calendar counts (N31).
  const zone = customerZone('customer', customer, facts);
  return holdUntil(addDuration(reachedAt, node.settings.duration, zone), input);
};

const waitForDate = (input: WaitInput): NodeOutcome => {
  const { date, time, timeZone } = input.node.settings;
  return holdUntil(momentOnClock(date, time, customerZone(timeZone, input.customer, input.facts)), input);
};

const waitForTimeOfDay = (input: WaitInput): NodeOutcome => {
  const { node, customer, facts, reachedAt } = input;
  return holdUntil(
    nextTimeOfDay(reachedAt, node.settings, customerZone(node.settings.timeZone, customer, facts)),
    input,
  );
};

const waitForExpression = (input: WaitInput): NodeOutcome => {
  const { node, customer, facts, reachedAt, compile, addDuration } = input;
  const { expression, expressionUnit: unit } = node.settings;
  const rendered = createRender(node, customer, facts)(compile(expression));
  if (!rendered.ok)
    return {
      kind: 'end',
      ending: { code: 'template_error', message: `The expression cannot be rendered: ${rendered.message}` },
    };
  const amount = readWaitAmount(rendered.text);
  if (amount === undefined)
    return {
      kind: 'end',
      ending: { code: 'no_number', message: 'The expression gave no number' },
      why: [rendered.text.trim().slice(0, 60)],
    };
  if (amount === 0) return { kind: 'leave', output: 'out', why: [0, unit] };
  const until = addDuration(reachedAt, { amount, unit }, customerZone('customer', customer, facts));
  const outcome = holdUntil(until, input);
  return outcome.kind === 'leave' ? { ...outcome, why: [amount, unit] } : outcome;
};

const waitForEvent = (input: WaitInput): NodeOutcome => {
  const { node, customer, facts, reachedAt, happened, addDuration } = input;
  const { timeout, event, where } = node.settings;
  const until = addDuration(reachedAt, timeout, customerZone('customer', customer, facts));
  if (happened && happened.timestamp <= until)
    return { kind: 'leave', output: 'event', why: happened.timestamp };
  return until > facts.now
    ? { kind: 'hold', until, event: { type: event.trim(), where }, then: 'timeout' }
    : { kind: 'leave', output: 'timeout', why: until };
};

const modes: { readonly [M in WaitMode]: (input: WaitInput) => NodeOutcome } = {
  duration: waitForDuration,
  date: waitForDate,
  time_of_day: waitForTimeOfDay,
  expression: waitForExpression,
  event: waitForEvent,
};

/** A Wait holds everyone until a moment worked out from when they came, so that asking again gives the same. */
export const executeWait = (input: WaitInput): NodeOutcome => modes[input.node.settings.mode](input);
