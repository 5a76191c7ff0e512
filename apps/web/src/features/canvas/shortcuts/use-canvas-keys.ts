import { useEffect, useEffectEvent } from 'react';
import { useCanvas } from '../state/canvas-context.ts';
import { looksBack } from '../state/session-store.ts';
import { type CanvasCommand, canvasCommandOf, editingCommands, panelCommands } from './canvas-command.ts';
import { chosenAt } from './chosen-at.ts';
import { floating, typing } from './elsewhere.ts';
import { useClipboard } from './use-clipboard.ts';

interface CanvasKeysInput {
  readonly onOpenNode: (nodeId: string | null) => void;
}

/** Does what a key asks for; false when there is nothing to do, and the key is left to others. */
type Handlers = { readonly [C in CanvasCommand]: (target: Element) => boolean };

/** The keys of the canvas, wherever the focus is but in a field or a dialog. Escape leaves a field of the panel too. */
export const useCanvasKeys = ({ onOpenNode }: CanvasKeysInput): void => {
  const { actions, documentStore, sessionStore, isReadOnly, openNodeId } = useCanvas();
  const chosen = (target: Element) => chosenAt(target, sessionStore.getState());
  const isNote = (id: string): boolean =>
    documentStore.getState().draft.history.present.notes.some((note) => note.id === id);

  const handlers: Handlers = {
    undo: () => {
      actions.undo();
      return true;
    },
    redo: () => {
      actions.redo();
      return true;
    },
    remove: (target) => {
      const { nodes, edges } = chosen(target);
      if (nodes.size + edges.size > 0) actions.remove(nodes, edges);
      return nodes.size + edges.size > 0;
    },
    duplicate: (target) => {
      const { nodes } = chosen(target);
      if (nodes.size > 0) actions.duplicate(nodes);
      return nodes.size > 0;
    },
    connect: (target) => {
      const [only, ...others] = chosen(target).nodes;
      if (only === undefined || others.length > 0) return false;
      actions.offerTargets(only);
      return true;
    },
    open: (target) => {
      // Enter on a control inside a card is that control's.
      const nodeId = target instanceof HTMLElement ? target.dataset['id'] : undefined;
      if (nodeId === undefined || !target.matches('.react-flow__node')) return false;
      if (isNote(nodeId)) actions.editNote(nodeId);
      else {
        onOpenNode(nodeId);
        sessionStore.setState({ fieldFocus: { nodeId, field: null } });
      }
      return true;
    },
    leave: () => {
      if (openNodeId !== null) onOpenNode(null);
      return openNodeId !== null;
    },
    selectAll: () => {
      actions.selectAll();
      return true;
    },
    add: () => {
      actions.offerNodes();
      return true;
    },
    addNote: () => {
      actions.addNote();
      return true;
    },
    tidy: () => {
      void actions.tidy();
      return true;
    },
    fit: () => {
      actions.fitView();
      return true;
    },
    zoomToSelection: () => {
      actions.zoomToSelection();
      return true;
    },
    showShortcuts: () => {
      sessionStore.setState({ isShortcutSheetOpen: true });
      return true;
    },
  };

  useClipboard(isReadOnly, chosen);

  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (looksBack(sessionStore.getState())) return;
    if (event.defaultPrevented || !(target instanceof Element) || document.querySelector(floating)) return;
    const command = canvasCommandOf(event);
    if (!command || (isReadOnly && editingCommands.has(command))) return;
    const isInPanel = target.closest('.node-panel') !== null;
    // On a button of the panel a letter or Delete is not meant for the node behind it.
    if (isInPanel && !panelCommands.has(command)) return;
    if (target.closest(typing) && !(isInPanel && command === 'leave')) return;
    if (handlers[command](target)) event.preventDefault();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
};
