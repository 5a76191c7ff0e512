import './node-panel.css';
import { nodeKinds, type ScenarioIssue, type ScenarioNode } from '@curlew/scenario';
import { Copy, Spline, Trash2, X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { NodeIcon } from '../looks/node-icon.tsx';
import { useCanvas, useDocumentState, useSession } from '../state/canvas-context.ts';
import { NameField } from './name-field.tsx';
import { NodeProblems } from './node-problems.tsx';
import type { PanelTools } from './panel-tools.ts';
import { useWayToNode } from './use-way-to-node.ts';

interface NodePanelProps {
  readonly node: ScenarioNode;
  readonly issues: readonly ScenarioIssue[];
  readonly renderPanel: (node: ScenarioNode, tools: PanelTools) => ReactNode;
  readonly onClose: () => void;
}

const none: ReadonlySet<string> = new Set();

/** The open node: its name, and what its kind has to set. At the right, or from below where there is little room. */
export function NodePanel({ node, issues, renderPanel, onClose }: NodePanelProps) {
  const { actions, isReadOnly } = useCanvas();
  const closeStep = useDocumentState((state) => state.closeStep);
  const asked = useSession((state) => state.fieldFocus);
  const fieldFocus = asked?.nodeId === node.id ? asked : null;
  const ownIssues = useMemo(() => issues.filter(({ nodeId }) => nodeId === node.id), [issues, node.id]);
  const way = useWayToNode(node.id);
  const tools = { isReadOnly, issues: ownIssues, fieldFocus, way, change: actions.change, closeStep };
  const { title } = nodeKinds[node.kind];

  return (
    <section aria-label={`${title} settings`} className="node-panel flex flex-col border-line bg-surface">
      <header className="flex h-12 shrink-0 items-center gap-2 border-b pr-2 pl-4">
        <NodeIcon kind={node.kind} />
        <h2 className="min-w-0 flex-1 truncate text-14 font-semibold">{title}</h2>
        {!isReadOnly && (
          <>
            <IconButton
              label="Connect to…"
              icon={<Spline />}
              tooltipSide="bottom"
              onClick={() => actions.offerTargets(node.id)}
            />
            <IconButton
              label="Duplicate"
              icon={<Copy />}
              tooltipSide="bottom"
              onClick={() => actions.duplicate(new Set([node.id]))}
            />
            <IconButton
              label="Delete"
              icon={<Trash2 />}
              tooltipSide="bottom"
              onClick={() => {
                onClose();
                actions.remove(new Set([node.id]), none);
              }}
            />
          </>
        )}
        <IconButton label="Close" icon={<X />} tooltipSide="bottom" onClick={onClose} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4">
        <NameField
          node={node}
          isReadOnly={isReadOnly}
          fieldFocus={fieldFocus}
          onChange={(name) => actions.change({ ...node, name }, 'name')}
        />
        {renderPanel(node, tools)}
        <NodeProblems issues={ownIssues} />
      </div>
    </section>
  );
}
