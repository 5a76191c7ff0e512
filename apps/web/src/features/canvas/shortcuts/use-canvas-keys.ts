import { useEffect, useEffectEvent } from 'react';
import { useCanvas } from '../state/canvas-context.ts';
import { type CanvasCommand, canvasCommandOf } from './canvas-command.ts';

interface CanvasKeysInput {
  readonly onOpenNode: (nodeId: string | null) => void;
}

// What takes typed text, and what lies over the page, has these keys for itself.
const elsewhere =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="alertdialog"], [role="menu"]';
const floats = '[role="dialog"], [role="alertdialog"]';

const none: ReadonlySet<string> = new Set();

const idAt = (target: Element, kind: 'node' | 'edge'): string | null =>
  target.closest<HTMLElement>(`.react-flow__${kind}`)?.dataset['id'] ?? null;

// A key on a focused node or connection that is not selected means that one alone.
const chosen = (selected: ReadonlySet<string>, focused: string | null): ReadonlySet<string> =>
  focused === null || selected.has(focused) ? selected : new Set([focused]);

/** The keys of the canvas, wherever the focus is but in a field or a dialog. */
export const useCanvasKeys = ({ onOpenNode }: CanvasKeysInput): void => {
  const { actions, sessionStore, isReadOnly, openNodeId } = useCanvas();

  const editing = (command: CanvasCommand, target: Element): boolean => {
    const { selectedNodes, selectedEdges } = sessionStore.getState();
    const [node, edge] = [idAt(target, 'node'), idAt(target, 'edge')];
    const nodes = edge !== null && !selectedEdges.has(edge) ? none : chosen(selectedNodes, node);
    const edges = node !== null && !selectedNodes.has(node) ? none : chosen(selectedEdges, edge);
    const [first, ...others] = nodes;
    switch (command) {
      case 'undo':
        actions.undo();
        return true;
      case 'redo':
        actions.redo();
        return true;
      case 'remove':
        if (nodes.size + edges.size > 0) actions.remove(nodes, edges);
        return nodes.size + edges.size > 0;
      case 'duplicate':
        if (nodes.size > 0) actions.duplicate(nodes);
        return nodes.size > 0;
      case 'connect':
        if (first === undefined || others.length > 0) return false;
        actions.offerTargets(first);
        return true;
      default:
        return false;
    }
  };

  const looking = (command: CanvasCommand, target: Element): boolean => {
    const node = idAt(target, 'node');
    switch (command) {
      case 'open':
        // Enter on a control inside a card is that control's.
        if (node === null || !target.matches('.react-flow__node')) return false;
        onOpenNode(node);
        sessionStore.setState({ fieldFocus: { nodeId: node, field: null } });
        return true;
      case 'leave':
        if (openNodeId !== null) onOpenNode(null);
        return openNodeId !== null;
      case 'selectAll':
        actions.selectAll();
        return true;
      case 'showShortcuts':
        sessionStore.setState({ isShortcutSheetOpen: true });
        return true;
      default:
        return false;
    }
  };

  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof Element)) return;
    if (target.closest(elsewhere) || document.querySelector(floats)) return;
    const command = canvasCommandOf(event);
    if (!command) return;
    if (looking(command, target) || (!isReadOnly && editing(command, target))) event.preventDefault();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
};
