import { isFinal } from '../message.ts';
import type { Message } from '../message.ts';
import type { Behaviour } from '../network/behaviour.ts';
import { draw } from '../network/draw.ts';
import { createLane } from './lane.ts';
import type { Lane } from './lane.ts';
import { batchReport, recipientReport } from './report-body.ts';

export interface Reporter {
  /** Tells the batch's callback_url what it asked to be told about a message that has just moved on. */
  report(message: Message): void;
  stop(): void;
}

export function createReporter(world: {
  readonly behaviour: () => Behaviour;
  readonly callbackUrl: string | undefined;
  readonly secret: string | undefined;
  /** The report on a message's final status, or on its whole batch, has come to its end. */
  readonly onReported: (message: Message) => void;
}): Reporter {
  const lanes = new Map<string, Lane>();
  const held = new Set<NodeJS.Timeout>();
  const settings = () => world.behaviour().reports;

  function send(message: Message, body: string): void {
    const url = message.batch.request.callback_url ?? world.callbackUrl;
    if (url === undefined) return;
    const { origin } = new URL(url);
    const lane = lanes.get(origin) ?? createLane(origin, { settings, secret: world.secret });
    lanes.set(origin, lane);
    const { seed, reports } = world.behaviour();
    const key = `${message.recipient} ${message.status} ${message.text}`;
    const isLate = draw(seed, `late ${key}`) < reports.late.share;
    const isLast = isFinal(message.status);
    const onDone = () => isLast && world.onReported(message);
    const times = draw(seed, `duplicate ${key}`) < reports.duplicates ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      if (isLate) hold(reports.late.ms, () => lane.push({ url, body, onDone }));
      else lane.push({ url, body, onDone });
    }
  }

  function hold(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      held.delete(timer);
      act();
    }, ms);
    held.add(timer);
  }

  return {
    report(message) {
      const { batch } = message;
      const wanted = batch.request.delivery_report;
      switch (wanted) {
        case 'none':
          return;
        case 'per_recipient':
          send(message, JSON.stringify(recipientReport(message)));
          return;
        case 'per_recipient_final':
          if (isFinal(message.status)) send(message, JSON.stringify(recipientReport(message)));
          return;
        case 'summary':
        case 'full':
          if (batch.open === 0) send(message, JSON.stringify(batchReport(batch, { type: wanted })));
      }
    },
    stop() {
      for (const timer of held) clearTimeout(timer);
      for (const lane of lanes.values()) lane.stop();
    },
  };
}
