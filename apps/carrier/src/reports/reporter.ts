import { isFinal } from '../message.ts';
import type { Message } from '../message.ts';
import type { Behaviour } from '../network/behaviour.ts';
import { cmReport } from './cm-report.ts';
import { createLane } from './lane.ts';
import type { Lane } from './lane.ts';
import { batchReport, recipientReport } from './report-body.ts';
import type { ReportFaults } from './report-faults.ts';

export interface Reporter {
  /** Tells whoever sent a message that has just moved on what they asked to be told. */
  report(message: Message): void;
  stop(): void;
}

export function createReporter(world: {
  readonly behaviour: () => Behaviour;
  readonly faults: ReportFaults;
  /** Where reports go that name no address: of XMS batches, and all of CM's. */
  readonly addresses: () => Readonly<Record<'xms' | 'cm', string | undefined>>;
  readonly secret: string | undefined;
  /** The report on a message's final status, or on its whole batch, has come to its end. */
  readonly onReported: (message: Message) => void;
}): Reporter {
  const lanes = new Map<string, Lane>();
  const held = new Set<NodeJS.Timeout>();
  /** Reports that wait until the final one on their message has been taken. */
  const overtaken = new Map<Message, (() => void)[]>();
  const settings = () => world.behaviour().reports;

  function laneTo(origin: string): Lane {
    const lane = lanes.get(origin) ?? createLane(origin, { settings, secret: world.secret });
    lanes.set(origin, lane);
    return lane;
  }

  function send(message: Message, report: Readonly<Record<string, unknown>>): void {
    const url = addressOf(message);
    const isLast = isFinal(message.status);
    if (url === undefined) {
      // XMS asked for it, and a later start may know where to; CM reports to nobody where nothing is configured.
      if (isLast && message.batch.wire === 'cm') world.onReported(message);
      return;
    }
    const strike = world.faults.strike(message);
    if (strike.isNever) {
      if (isLast) world.onReported(message);
      return;
    }
    const { wire } = message.batch;
    const body = JSON.stringify(report);
    const lane = laneTo(new URL(url).origin);
    const onDone = () => isLast && end(message);
    const push = () => {
      for (let time = 0; time < (strike.isDoubled ? 2 : 1); time += 1) lane.push({ wire, url, body, onDone });
    };
    if (strike.isOutOfOrder && !isLast) overtaken.set(message, [...(overtaken.get(message) ?? []), push]);
    else if (strike.isLate) hold(settings().late.ms, push);
    else push();
  }

  function addressOf({ batch }: Message): string | undefined {
    const address = world.addresses()[batch.wire];
    return batch.wire === 'xms' ? (batch.request.callback_url ?? address) : address;
  }

  function end(message: Message): void {
    const waiting = overtaken.get(message) ?? [];
    overtaken.delete(message);
    for (const push of waiting) push();
    world.onReported(message);
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
      const report = reportOn(message);
      if (report !== null) send(message, report);
    },
    stop() {
      for (const timer of held) clearTimeout(timer);
      for (const lane of lanes.values()) lane.stop();
    },
  };
}

/** What there is to say about a message's new status; null when nobody asked for that. */
function reportOn(message: Message): Readonly<Record<string, unknown>> | null {
  const { batch } = message;
  if (batch.wire === 'cm') return cmReport(message, batch);
  const wanted = batch.request.delivery_report;
  switch (wanted) {
    case 'none':
      return null;
    case 'per_recipient':
      return recipientReport(message, batch);
    case 'per_recipient_final':
      return isFinal(message.status) ? recipientReport(message, batch) : null;
    case 'summary':
    case 'full':
      return batch.open === 0 ? batchReport(batch, { type: wanted }) : null;
  }
}
