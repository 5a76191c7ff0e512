import { type NodeKind, nodeKinds } from '@curlew/scenario';
import {
  Copy,
  History,
  Keyboard,
  Maximize,
  Redo2,
  ScanSearch,
  SquareDashedMousePointer,
  StickyNote,
  Undo2,
  Wand2,
} from 'lucide-react';
import { useMemo } from 'react';
import { type PageCommand, usePageCommands } from '../../../lib/page-commands.ts';
import { kindIcons } from '../looks/node-looks.ts';
import { type Canvas, useCanvas, useSession } from '../state/canvas-context.ts';
import { looksBack } from '../state/session-store.ts';

const viewCommands = ({ actions, sessionStore }: Canvas): PageCommand[] => [
  { id: 'fit', label: 'Show the whole scenario', icon: Maximize, run: actions.fitView },
  { id: 'zoom-selection', label: 'Zoom to the selection', icon: ScanSearch, run: actions.zoomToSelection },
  { id: 'select-all', label: 'Select all nodes', icon: SquareDashedMousePointer, run: actions.selectAll },
  {
    id: 'shortcuts',
    label: 'Show keyboard shortcuts',
    icon: Keyboard,
    run: () => sessionStore.setState({ isShortcutSheetOpen: true }),
  },
];

const editCommands = ({ actions, sessionStore }: Canvas): PageCommand[] => {
  const add = (kind: NodeKind): void => {
    const [only, ...others] = sessionStore.getState().selectedNodes;
    actions.add({ kind, afterId: others.length === 0 ? (only ?? null) : null });
  };
  return [
    ...Object.values(nodeKinds).map(({ kind, title }) => ({
      id: `add-${kind}`,
      label: `Add ${title}`,
      icon: kindIcons[kind],
      run: () => add(kind),
    })),
    { id: 'add-note', label: 'Add a note', icon: StickyNote, run: actions.addNote },
    { id: 'tidy', label: 'Tidy up the canvas', icon: Wand2, run: () => void actions.tidy() },
    {
      id: 'duplicate',
      label: 'Duplicate the selection',
      icon: Copy,
      run: () => actions.duplicate(sessionStore.getState().selectedNodes),
    },
    { id: 'undo', label: 'Undo', icon: Undo2, run: actions.undo },
    { id: 'redo', label: 'Redo', icon: Redo2, run: actions.redo },
  ];
};

const historyCommand = ({ sessionStore }: Canvas, isOpen: boolean): PageCommand => ({
  id: 'history',
  label: isOpen ? 'Close the version history' : 'Show the version history',
  icon: History,
  run: () => sessionStore.setState({ isHistoryOpen: !isOpen }),
});

/** What the canvas offers in the command palette; while its history is looked at, the way back. */
export const useCanvasCommands = (): void => {
  const canvas = useCanvas();
  const isHistoryOpen = useSession((state) => state.isHistoryOpen);
  const isBack = useSession(looksBack);
  usePageCommands(
    useMemo(() => {
      const history = historyCommand(canvas, isHistoryOpen);
      if (isBack) return [history];
      return [...(canvas.isReadOnly ? [] : editCommands(canvas)), ...viewCommands(canvas), history];
    }, [canvas, isHistoryOpen, isBack]),
  );
};
