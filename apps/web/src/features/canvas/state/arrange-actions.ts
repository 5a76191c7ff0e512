import { type Alignment, alignElements } from '../commands/align-elements.ts';
import { findTidyPlaces } from '../commands/find-tidy-places.ts';
import type { Position } from '../commands/free-place.ts';
import { moveElements } from '../commands/move-elements.ts';
import type { ActionTools } from './action-tools.ts';
import { selectNodes } from './session-store.ts';

/** Where things stand, and what of it is seen. */
export interface ArrangeActions {
  readonly move: (places: ReadonlyMap<string, Position>, mergeKey?: string) => void;
  readonly align: (ids: ReadonlySet<string>, alignment: Alignment) => void;
  /** Draws the whole scenario anew from left to right. */
  readonly tidy: () => Promise<void>;
  readonly reveal: (nodeId: string) => void;
  readonly fitView: () => void;
  readonly zoomToSelection: () => void;
  readonly selectAll: () => void;
}

export const createArrangeActions = (tools: ActionTools): ArrangeActions => {
  const { apply, present, say, sessionStore, reveal, fitView, zoomTo, layOut, onRefused } = tools;
  return {
    move: (places, mergeKey) =>
      apply((document) => moveElements(document, places), mergeKey === undefined ? {} : { mergeKey }),
    align: (ids, alignment) => {
      apply((document) => alignElements(document, ids, alignment));
      say('Aligned');
    },
    tidy: async () => {
      if (present().nodes.length === 0 || sessionStore.getState().isTidying) return;
      sessionStore.setState({ isTidying: true });
      try {
        const places = await findTidyPlaces(present(), layOut);
        // What was added meanwhile stays where it is.
        apply((document) => moveElements(document, places));
        say('Tidied up');
        fitView();
      } catch {
        onRefused('The scenario could not be tidied up: check the connection to the server and try again');
      } finally {
        sessionStore.setState({ isTidying: false });
      }
    },
    reveal,
    fitView,
    zoomToSelection: () => {
      const { selectedNodes } = sessionStore.getState();
      if (selectedNodes.size > 0) zoomTo(selectedNodes);
      else fitView();
    },
    selectAll: () =>
      selectNodes(
        sessionStore,
        [...present().nodes, ...present().notes].map(({ id }) => id),
      ),
  };
};
