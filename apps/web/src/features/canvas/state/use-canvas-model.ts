import { endpoints, type Scenario } from '@curlew/contract';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useState } from 'react';
import { callApi } from '../../../lib/api.ts';
import { notify } from '../../../ui/notify.ts';
import { fitOptions } from '../flow/fit-options.ts';
import { layOutWithElk } from '../flow/lay-out-with-elk.ts';
import { motionMs } from '../motion-ms.ts';
import { type Autosaver, createAutosaver } from '../saving/autosaver.ts';
import type { Meeting, SavedDraft } from '../saving/draft.ts';
import { listCopies, removeCopy } from '../saving/local-copies.ts';
import { reopenDraft } from '../saving/reopen-draft.ts';
import { tabId } from '../saving/tab-id.ts';
import { type CanvasActions, createCanvasActions } from './canvas-actions.ts';
import { createDocumentStore, type DocumentStore } from './document-store.ts';
import { createSessionStore, type SessionStore } from './session-store.ts';
import { createView } from './view.ts';

interface ModelInput {
  readonly projectId: string;
  readonly scenario: Scenario;
  readonly isReadOnly: boolean;
  readonly openNodeId: string | null;
}

interface CanvasModel {
  readonly documentStore: DocumentStore;
  readonly sessionStore: SessionStore;
  readonly actions: CanvasActions;
  readonly autosaver: Autosaver;
  /** What of this tab's unsaved work was found again. */
  readonly restored: 'none' | Meeting;
}

/** Browsers send at most 64 KiB after the page is gone; more than this is sent as usual, and kept in the browser besides. */
const bodyLimitOfKeepalive = 60_000;

const savedOf = ({ revision, document, updatedAt, updatedBy }: Scenario): SavedDraft => ({
  revision,
  document,
  updatedAt,
  updatedBy,
});

const tellMeeting = (meeting: Meeting, { updatedBy }: SavedDraft): void => {
  if (meeting === 'merged')
    notify.done(`${updatedBy} changed this scenario too. Their changes and yours are both in.`);
};

/** Everything that lives as long as the page of one scenario does. */
export const useCanvasModel = ({ projectId, scenario, isReadOnly, openNodeId }: ModelInput): CanvasModel => {
  const flow = useReactFlow();
  const flowStore = useStoreApi();

  const [model] = useState((): CanvasModel => {
    const params = { projectId, scenarioId: scenario.id };
    const own = { scenarioId: scenario.id, id: tabId(sessionStorage) };
    const kept = isReadOnly
      ? undefined
      : listCopies(localStorage, scenario.id).find(({ id }) => id === own.id);
    const { draft, restored } = reopenDraft(savedOf(scenario), kept ?? null, Date.now());
    if (kept && restored === 'none') removeCopy(localStorage, own);

    const documentStore = createDocumentStore(draft, () => Date.now());
    const sessionStore = createSessionStore(openNodeId);
    const view = createView({
      flow,
      frame: () => flowStore.getState().domNode,
      placeOf: (id) =>
        documentStore.getState().draft.history.present.nodes.find((node) => node.id === id)?.position ?? null,
    });
    return {
      documentStore,
      sessionStore,
      restored,
      actions: createCanvasActions({
        documentStore,
        sessionStore,
        viewCentre: view.centre,
        reveal: view.reveal,
        fitView: () => void flow.fitView({ ...fitOptions, duration: motionMs() }),
        zoomTo: (ids) =>
          void flow.fitView({
            ...fitOptions,
            maxZoom: 1.5,
            nodes: [...ids].map((id) => ({ id })),
            duration: motionMs(),
          }),
        layOut: layOutWithElk,
        onRefused: (sentence) => notify.failed(sentence),
      }),
      autosaver: createAutosaver({
        store: documentStore,
        save: ({ revision, document, keepalive }) => {
          const isSmall = JSON.stringify(document).length < bodyLimitOfKeepalive;
          return callApi(endpoints.saveDraft, {
            params,
            body: { revision, document },
            keepalive: keepalive && isSmall,
          });
        },
        loadNewest: async () => savedOf(await callApi(endpoints.getScenario, { params })),
        onMeeting: tellMeeting,
        onNewer: ({ updatedBy }) => sessionStore.setState({ said: `${updatedBy} changed this scenario` }),
      }),
    };
  });
  return model;
};
