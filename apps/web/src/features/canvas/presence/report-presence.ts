import type { endpoints, ReplyOf } from '@curlew/contract';

export type PresenceReply = ReplyOf<typeof endpoints.reportPresence>;

interface ReporterInput {
  /** Tells the server; `isLeaving` outlives the page. */
  readonly report: (place: { nodeId: string | null; isLeaving: boolean }) => Promise<PresenceReply>;
  /** Null: the server does not answer, nobody knows who is here. */
  readonly onSeen: (seen: PresenceReply | null) => void;
}

export interface PresenceReporter {
  /** Another node was opened, or none is open. */
  readonly moveTo: (nodeId: string | null) => void;
  /** The tab is in sight again, or not any more. */
  readonly show: (isVisible: boolean) => void;
  /** The page goes away. */
  readonly leave: () => void;
}

const everyMs = 10_000;

/** Tells where this tab is: at once when that changes, and every ten seconds while it is in sight. */
export const createPresenceReporter = ({ report, onSeen }: ReporterInput): PresenceReporter => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let at: string | null = null;
  let isVisible = false;
  // An answer that was overtaken says nothing new.
  let calls = 0;

  const tell = (): void => {
    clearTimeout(timer);
    calls += 1;
    const call = calls;
    const see = (seen: PresenceReply | null): void => {
      if (call !== calls) return;
      onSeen(seen);
      if (isVisible) timer = setTimeout(tell, everyMs);
    };
    report({ nodeId: at, isLeaving: false }).then(see, () => see(null));
  };

  return {
    moveTo: (nodeId) => {
      const isNew = nodeId !== at;
      at = nodeId;
      if (isNew && isVisible) tell();
    },
    show: (isNow) => {
      const comes = isNow && !isVisible;
      isVisible = isNow;
      if (comes) tell();
      if (!isNow) clearTimeout(timer);
    },
    leave: () => {
      clearTimeout(timer);
      isVisible = false;
      calls += 1;
      report({ nodeId: null, isLeaving: true }).catch(() => {
        // The server forgets this tab by itself.
      });
    },
  };
};
