import type { DryLife } from '@curlew/contract';
import type { DryChange, DryMessage, DryRunResult } from '@curlew/engine';

type Change = DryLife['changes'][number];
type Message = DryLife['messages'][number];

const changeOf = ({ effect, ...place }: DryChange): Change => {
  switch (effect.kind) {
    case 'attributes':
      return { ...place, kind: 'attributes', values: { ...effect.values } };
    case 'event':
      return { ...place, kind: 'event', type: effect.type };
    case 'consent': {
      const { categoryId, isGranted, validUntil } = effect;
      return { ...place, kind: 'consent', categoryId, isGranted, validUntil };
    }
  }
};

const messageOf = ({ decision, ...place }: DryMessage): Message => {
  const { status, language } = decision;
  if (status !== 'enqueued') {
    const { type, message } = decision;
    const nothing = { text: null, sender: null, recipient: null, encoding: null, parts: 0 };
    return { ...place, status, language, ...nothing, refusal: { type, message } };
  }
  const { text, sender, recipient, encoding, parts } = decision;
  return { ...place, status, language, text, sender, recipient, encoding, parts, refusal: null };
};

/** What came of a dry run for one customer, as it is told; campaign events are those of a type. */
export const describeLife = (
  who: Pick<DryLife, 'customerId' | 'name' | 'timeZone'>,
  { walks, steps, messages, changes, events, isCut }: DryRunResult,
  campaignEvent: string,
): DryLife => ({
  ...who,
  walks: walks.map(({ ending, waitsFor, ...walk }) => ({
    ...walk,
    ending: ending?.message ?? null,
    waitsFor: waitsFor?.type ?? null,
  })),
  steps: steps.map(({ why, ...step }) => ({
    ...step,
    ...(why === undefined ? {} : { why: typeof why === 'object' ? [...why] : why }),
  })),
  messages: messages.map(messageOf),
  changes: changes.map(changeOf),
  events: events.map(({ properties, ...event }) => {
    const status = event.type === campaignEvent ? properties['status'] : null;
    return { ...event, status: typeof status === 'string' ? status : null };
  }),
  isCut,
});
