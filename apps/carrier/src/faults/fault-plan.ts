import type { Behaviour } from '../network/behaviour.ts';
import { draw } from '../network/draw.ts';
import { decideDelay } from '../network/outcome.ts';
import { createCountdown } from './countdown.ts';
import { exclusiveFaults } from './request-faults.ts';
import type { CountedFault, FaultAfter, FaultBefore } from './request-faults.ts';

/** What happens to one request. */
export interface Strike {
  readonly before: FaultBefore | null;
  readonly after: FaultAfter | null;
  /** Milliseconds before an accepted request is answered. */
  readonly waitMs: number;
  readonly holdMs: number;
  readonly retryAfterSeconds: number | null;
}

export type FaultPlan = ReturnType<typeof createFaultPlan>;

/** Decides what goes wrong with each request: first what was counted out, then what the shares draw. At most one thing does. */
export function createFaultPlan(behaviour: () => Behaviour) {
  const next = createCountdown<CountedFault>();
  const struck = new Map<CountedFault['fault'], number>();
  let requests = 0;

  function drawShare(now: Behaviour): CountedFault['fault'] | null {
    let left = draw(now.seed, `fault ${requests}`);
    for (const fault of exclusiveFaults) {
      left -= now.faults[fault];
      if (left < 0) return fault;
    }
    return null;
  }

  function note(fault: CountedFault['fault']): void {
    struck.set(fault, (struck.get(fault) ?? 0) + 1);
  }

  return {
    /** Asked once for each request that would be accepted. */
    strike(): Strike {
      requests += 1;
      const now = behaviour();
      const counted = next.take();
      const fault = counted === null ? drawShare(now) : counted.fault;
      const isSlow =
        counted === null
          ? draw(now.seed, `slow ${requests}`) < now.faults.slow.share
          : counted.fault === 'slow';
      if (fault !== null && fault !== 'none') note(fault);
      if (isSlow && fault !== 'slow') note('slow');
      const { slow, holdMs, retryAfterSeconds } = now.faults;
      return {
        ...sideOf(fault),
        waitMs: decideDelay(now, 'accept', String(requests)) + (isSlow ? slow.ms : 0),
        holdMs,
        retryAfterSeconds:
          counted?.retryAfterSeconds === undefined ? retryAfterSeconds : counted.retryAfterSeconds,
      };
    },
    add(more: readonly CountedFault[]): void {
      next.add(more.map(toCounted));
    },
    replace(all: readonly CountedFault[]): void {
      next.replace(all.map(toCounted));
    },
    view() {
      return {
        next: next.left().map(({ item, times }) => ({ ...item, requests: times })),
        struck: Object.fromEntries(struck),
      };
    },
  };
}

function toCounted(item: CountedFault) {
  return { item, times: item.requests };
}

function sideOf(fault: CountedFault['fault'] | null): Pick<Strike, 'before' | 'after'> {
  switch (fault) {
    case 'status429':
    case 'status500':
    case 'status503':
    case 'dropBefore':
    case 'timeoutBefore':
      return { before: fault, after: null };
    case 'dropAfter':
    case 'timeoutAfter':
    case 'truncated':
      return { before: null, after: fault };
    case 'slow':
    case 'none':
    case null:
      return { before: null, after: null };
  }
}
