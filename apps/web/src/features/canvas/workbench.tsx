import type { NodeCounts } from '@curlew/contract';
import type { NodeKind, ScenarioIssue } from '@curlew/scenario';
import { Plus } from 'lucide-react';
import { classNames } from '../../lib/class-names.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { ScenarioCanvasProps } from './canvas-props.ts';
import { ChooseDialog } from './choose/choose-dialog.tsx';
import { EmptyCanvas } from './empty-canvas.tsx';
import { FlowCanvas } from './flow/flow-canvas.tsx';
import { Palette } from './palette/palette.tsx';
import { useCloseStep } from './history/use-close-step.ts';
import { NodePanel } from './panel/node-panel.tsx';
import { PeopleAtNodes } from './presence/people-at-nodes.tsx';
import { ShortcutSheet } from './shortcuts/shortcut-sheet.tsx';
import { useCanvasCommands } from './shortcuts/use-canvas-commands.ts';
import { useCanvasKeys } from './shortcuts/use-canvas-keys.ts';
import { useCanvas, useScenarioDocument, useSession } from './state/canvas-context.ts';

interface WorkbenchProps {
  readonly issues: readonly ScenarioIssue[];
  readonly counts: ReadonlyMap<string, NodeCounts> | null;
  readonly renderPanel: ScenarioCanvasProps['renderPanel'];
  readonly mode: ScenarioCanvasProps['mode'];
  readonly onOpenNode: (nodeId: string | null) => void;
}

/** Palette, canvas and panel side by side. */
export function Workbench({ issues, counts, renderPanel, mode, onOpenNode }: WorkbenchProps) {
  const { actions, sessionStore, isReadOnly, openNodeId } = useCanvas();
  const document = useScenarioDocument();
  const choosing = useSession((state) => state.choosing);
  const isPaletteOpen = useSession((state) => state.isPaletteOpen);
  const said = useSession((state) => state.said);
  const openNode = document.nodes.find(({ id }) => id === openNodeId);
  useCanvasKeys({ onOpenNode });
  useCanvasCommands();
  useCloseStep();

  const add = (kind: NodeKind): void => {
    const [only, ...others] = sessionStore.getState().selectedNodes;
    actions.add({ kind, afterId: others.length === 0 ? (only ?? null) : null });
    sessionStore.setState({ isPaletteOpen: false });
  };
  // Where palette and panel do not both fit, the palette gives way.
  const foldsAt = openNode || mode ? 'xl' : 'lg';

  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col">
      {!isReadOnly && (
        <section
          aria-label="Palette"
          className={classNames(
            'flex w-56 shrink-0 flex-col border-r bg-surface',
            foldsAt === 'xl' ? 'max-xl:hidden' : 'max-lg:hidden',
          )}
        >
          <Palette onAdd={add} />
        </section>
      )}
      <div tabIndex={-1} className="canvas-frame relative min-h-0 min-w-0 flex-1 outline-none">
        <FlowCanvas issues={issues} counts={counts} onOpenNode={onOpenNode} />
        <PeopleAtNodes />
        {mode?.over}
        <EmptyCanvas />
        {!isReadOnly && (
          <div
            className={classNames('absolute top-3 left-3 z-10', foldsAt === 'xl' ? 'xl:hidden' : 'lg:hidden')}
          >
            <Button icon={<Plus />} onClick={() => sessionStore.setState({ isPaletteOpen: true })}>
              Add
            </Button>
          </div>
        )}
      </div>
      {mode?.side}
      {openNode && !mode && (
        <NodePanel
          key={openNode.id}
          node={openNode}
          issues={issues}
          renderPanel={renderPanel}
          onClose={() => onOpenNode(null)}
        />
      )}
      <Sheet
        isOpen={isPaletteOpen}
        onOpenChange={(isOpen) => sessionStore.setState({ isPaletteOpen: isOpen })}
        side="left"
        label="Add a node"
      >
        <Palette onAdd={add} />
      </Sheet>
      {choosing && <ChooseDialog choosing={choosing} />}
      <ShortcutSheet />
      <output className="sr-only">{said}</output>
    </div>
  );
}
