import { createCountdown } from '../faults/countdown.ts';
import { isFinal } from '../message.ts';
import type { Message } from '../message.ts';
import type { Behaviour } from '../network/behaviour.ts';
import { draw } from '../network/draw.ts';
import type { CountedReportFault } from './report-faults-schema.ts';

/** What goes wrong with one report. */
export interface ReportStrike {
  readonly isNever: boolean;
  readonly isOutOfOrder: boolean;
  readonly isLate: boolean;
  readonly isDoubled: boolean;
}

export type ReportFaults = ReturnType<typeof createReportFaults>;

/** Decides what goes wrong with reports. What is counted out strikes all reports of a message; the shares are drawn anew. */
export function createReportFaults(behaviour: () => Behaviour) {
  const next = createCountdown<CountedReportFault['fault']>();
  const counted = new WeakMap<Message, CountedReportFault['fault'] | null>();

  function countedFor(message: Message): CountedReportFault['fault'] | null {
    const known = counted.get(message);
    const fault = known === undefined ? next.take() : known;
    // The final report is the last one: a ledger full of messages need not be remembered here as well.
    if (isFinal(message.status)) counted.delete(message);
    else counted.set(message, fault);
    return fault;
  }

  return {
    strike(message: Message): ReportStrike {
      const fault = countedFor(message);
      if (fault !== null) {
        return {
          isNever: fault === 'never',
          isOutOfOrder: fault === 'outOfOrder',
          isLate: fault === 'late',
          isDoubled: fault === 'duplicate',
        };
      }
      const { seed, reports } = behaviour();
      const key = `${message.recipient} ${message.status} ${message.text}`;
      const lasting = `${message.recipient} ${message.text}`;
      return {
        isNever: draw(seed, `never ${lasting}`) < reports.never,
        isOutOfOrder: draw(seed, `order ${lasting}`) < reports.outOfOrder,
        isLate: draw(seed, `late ${key}`) < reports.late.share,
        isDoubled: draw(seed, `duplicate ${key}`) < reports.duplicates,
      };
    },
    add(more: readonly CountedReportFault[]): void {
      next.add(more.map(toCounted));
    },
    replace(all: readonly CountedReportFault[]): void {
      next.replace(all.map(toCounted));
    },
    view(): readonly CountedReportFault[] {
      return next.left().map(({ item, times }) => ({ fault: item, messages: times }));
    },
  };
}

function toCounted({ fault, messages }: CountedReportFault) {
  return { item: fault, times: messages };
}
