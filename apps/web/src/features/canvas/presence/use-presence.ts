import { endpoints } from '@curlew/contract';
import { useEffect, useEffectEvent, useRef } from 'react';
import { callApi } from '../../../lib/api.ts';
import { newElementId } from '../../../lib/new-element-id.ts';
import type { Autosaver } from '../saving/autosaver.ts';
import { isSameValue } from '../saving/is-same-value.ts';
import type { DocumentStore } from '../state/document-store.ts';
import type { SessionStore } from '../state/session-store.ts';
import { createPresenceReporter, type PresenceReply, type PresenceReporter } from './report-presence.ts';

interface PresenceInput {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly openNodeId: string | null;
  readonly documentStore: DocumentStore;
  readonly sessionStore: SessionStore;
  readonly autosaver: Autosaver;
}

/** Tells the others where this tab is, learns where they are, and takes in what they save. */
export const usePresence = (input: PresenceInput): void => {
  const { projectId, scenarioId, openNodeId, documentStore, sessionStore, autosaver } = input;
  const reporter = useRef<PresenceReporter>(null);

  const see = useEffectEvent((seen: PresenceReply | null): void => {
    const others = seen?.others ?? [];
    // The same people leave everything that shows them as it is.
    if (!isSameValue(others, sessionStore.getState().others)) sessionStore.setState({ others });
    if (seen && seen.revision > documentStore.getState().draft.saved.revision) void autosaver.takeNewer();
  });
  const moveTo = useEffectEvent(() => reporter.current?.moveTo(openNodeId));

  useEffect(() => {
    // Not the id of the tab, which a browser copies along with it.
    const tabId = newElementId();
    const own = createPresenceReporter({
      report: ({ nodeId, isLeaving }) =>
        callApi(endpoints.reportPresence, {
          params: { projectId, scenarioId },
          body: { tabId, nodeId, isLeaving },
          keepalive: isLeaving,
        }),
      onSeen: (seen) => see(seen),
    });
    reporter.current = own;
    moveTo();
    const look = (): void => own.show(document.visibilityState === 'visible');
    look();
    document.addEventListener('visibilitychange', look);
    window.addEventListener('pagehide', own.leave);
    window.addEventListener('pageshow', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('pagehide', own.leave);
      window.removeEventListener('pageshow', look);
      own.leave();
    };
  }, [projectId, scenarioId]);

  useEffect(() => reporter.current?.moveTo(openNodeId), [openNodeId]);
};
