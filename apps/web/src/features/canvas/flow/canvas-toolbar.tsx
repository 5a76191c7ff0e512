import { Panel, useReactFlow } from '@xyflow/react';
import { Keyboard, Maximize, Redo2, StickyNote, Undo2, Wand2, ZoomIn, ZoomOut } from 'lucide-react';
import { memo } from 'react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { motionMs } from '../motion-ms.ts';
import { useCanvas, useDocumentState, useSession } from '../state/canvas-context.ts';
import { fitOptions } from './fit-options.ts';

/** - + fit tidy undo redo */
export const CanvasToolbar = memo(function CanvasToolbar() {
  const { actions, sessionStore, isReadOnly } = useCanvas();
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const isTidying = useSession((state) => state.isTidying);
  const canUndo = useDocumentState(({ draft }) => draft.history.past.length > 0);
  const canRedo = useDocumentState(({ draft }) => draft.history.future.length > 0);

  return (
    <Panel position="bottom-left" style={{ margin: 12 }}>
      <div
        role="toolbar"
        aria-label="Canvas"
        className="flex items-center rounded-card border bg-surface-raised p-0.5"
      >
        <IconButton
          label="Zoom out"
          icon={<ZoomOut />}
          onClick={() => void zoomOut({ duration: motionMs() })}
        />
        <IconButton label="Zoom in" icon={<ZoomIn />} onClick={() => void zoomIn({ duration: motionMs() })} />
        <IconButton
          label="Show all"
          icon={<Maximize />}
          onClick={() => void fitView({ ...fitOptions, duration: motionMs() })}
        />
        {!isReadOnly && (
          <>
            <span aria-hidden className="mx-1 h-5 w-px bg-line" />
            <IconButton
              label="Tidy up"
              icon={isTidying ? <Spinner /> : <Wand2 />}
              aria-busy={isTidying || undefined}
              onClick={() => void actions.tidy()}
            />
            <IconButton label="Add a note" icon={<StickyNote />} onClick={actions.addNote} />
            <IconButton label="Undo" icon={<Undo2 />} disabled={!canUndo} onClick={actions.undo} />
            <IconButton label="Redo" icon={<Redo2 />} disabled={!canRedo} onClick={actions.redo} />
          </>
        )}
        <span className="contents max-md:hidden">
          <span aria-hidden className="mx-1 h-5 w-px bg-line" />
          <IconButton
            label="Keyboard shortcuts"
            icon={<Keyboard />}
            onClick={() => sessionStore.setState({ isShortcutSheetOpen: true })}
          />
        </span>
      </div>
    </Panel>
  );
});
