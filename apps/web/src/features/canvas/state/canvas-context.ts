import type { ScenarioDocument } from '@curlew/scenario';
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { CanvasActions } from './canvas-actions.ts';
import type { DocumentState, DocumentStore } from './document-store.ts';
import type { SessionState, SessionStore } from './session-store.ts';

export interface Canvas {
  readonly documentStore: DocumentStore;
  readonly sessionStore: SessionStore;
  readonly actions: CanvasActions;
  readonly isReadOnly: boolean;
  /** The node whose panel is open. */
  readonly openNodeId: string | null;
}

export const CanvasContext = createContext<Canvas | null>(null);

export const useCanvas = (): Canvas => {
  const canvas = useContext(CanvasContext);
  if (!canvas) throw new Error('A part of the canvas stands outside of it.');
  return canvas;
};

export const useDocumentState = <Value>(select: (state: DocumentState) => Value): Value =>
  useStore(useCanvas().documentStore, select);

export const useScenarioDocument = (): ScenarioDocument =>
  useDocumentState(({ draft }) => draft.history.present);

export const useSession = <Value>(select: (state: SessionState) => Value): Value =>
  useStore(useCanvas().sessionStore, select);
