import { addDuration, momentOnClock, nextTimeOfDay, type NodeOf } from '@curlew/scenario';
import { createRender } from '../create-render.ts';
import { customerZone } from '../customer-zone.ts';
import { cutText } from '../cut-why.ts';
import type { Ending, NodeInput, NodeOutcome } from '../node-outcome.ts';
import { readWaitAmount } from '../read-wait-amount.ts';

type WaitInput = NodeInput<'wait'>;
type WaitMode = NodeOf<'wait'>['settings']['mode'];
type Ended = Extract<NodeOutcome, { kind: 'end' }>;

// Without a zone of its own the customer's calendar counts (N31).
const calendarZone = ({ customer, facts }: WaitInput): string => customerZone('customer', customer, facts);
const clockZone = ({ node, customer, facts }: WaitInput): string =>
  customerZone(node.settings.timeZone, customer, facts);

const end = (code: Ending['code'], message: string, why?: string): Ended => ({
  kind: 'end',
  ending: { code, message },
  ...(why === undefined ? {} : { why: [why] }),
});

const readExpression = (input: WaitInput): number | Ended => {
  const { node, customer, facts, reachedAt, memory } = input;
  const { expression, expressionUnit: unit } = node.settings;
  // As they came, so that a template that asks for the time does not wait longer the later it is asked.
  const render = createRender(node, customer, reachedAt === facts.now ? facts : { ...facts, now: reachedAt });
  const rendered = render(memory.compile(expression));
  if (!rendered.ok)
    return end('template_error', cutText(`The expression cannot be rendered: ${rendered.message}`, 300));
  const amount = readWaitAmount(rendered.text);
  if (amount === undefined)
    return end('no_number', 'The expression gave no number', cutText(rendered.text.trim(), 60));
  if (amount === 0) return Math.min(reachedAt, facts.now);
  return addDuration(reachedAt, { amount, unit }, calendarZone(input));
};

/** The moment that each mode waits for, from when they came; or why there is none. */
const modes: { readonly [M in WaitMode]: (input: WaitInput) => number | Ended } = {
  duration: (input) => addDuration(input.reachedAt, input.node.settings.duration, calendarZone(input)),
  date: (input) => momentOnClock(input.node.settings.date, input.node.settings.time, clockZone(input)),
  time_of_day: (input) => nextTimeOfDay(input.reachedAt, input.node.settings, clockZone(input)),
  expression: readExpression,
  event: (input) => addDuration(input.reachedAt, input.node.settings.timeout, calendarZone(input)),
};

/** A Wait holds everyone until a moment worked out from when they came, or until an event that comes no later. */
export const executeWait = (input: WaitInput): NodeOutcome => {
  const { node, facts, happened, heldUntil } = input;
  const { mode, event, where } = node.settings;
  const due = heldUntil ?? modes[mode](input);
  if (typeof due !== 'number') return due;
  const isForEvent = mode === 'event';
  if (isForEvent && happened && happened.timestamp <= due)
    return { kind: 'leave', output: 'event', why: happened.timestamp };
  const output = isForEvent ? 'timeout' : 'out';
  if (due <= facts.now) return { kind: 'leave', output, why: due };
  return {
    kind: 'hold',
    until: due,
    ...(isForEvent ? { event: { type: event.trim(), where } } : {}),
    output,
  };
};
