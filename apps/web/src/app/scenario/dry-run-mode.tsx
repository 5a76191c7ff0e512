import { describeNode } from '@curlew/scenario';
import { useMemo, type ReactNode } from 'react';
import { handleTop, nodeWidth, outputTop } from '../../features/canvas/flow/node-size.ts';
import { useScenarioDocument, useSession } from '../../features/canvas/state/canvas-context.ts';
import { DryRunLayer } from '../../features/dry-run/dry-run-layer.tsx';
import { DryRunPanel } from '../../features/dry-run/dry-run-panel.tsx';
import type { DryRunStore } from '../../features/dry-run/dry-run-store.ts';
import { useDryRun } from '../../features/dry-run/use-dry-run.ts';
import { describeError } from '../../lib/error-sentences.ts';
import { PreviewedCustomer } from './previewed-customer.tsx';
import { useStayWhole } from './use-stay-whole.ts';

interface DryRunModeProps {
  readonly where: { readonly projectId: string; readonly scenarioId: string };
  readonly store: DryRunStore;
}

interface PlayedProps extends DryRunModeProps {
  readonly customerId: string | null;
}

const useDrawnDryRun = ({ where, store, customerId }: PlayedProps) => {
  const document = useScenarioDocument();
  const { data, error, refetch } = useDryRun(where, store, { document, customerId });
  const problem = error ? describeError(error) : null;
  return { document, reply: data, problem, retry: () => void refetch() };
};

function PlayedPanel({ picker, ...props }: PlayedProps & { readonly picker: ReactNode }) {
  const { document, reply, problem, retry } = useDrawnDryRun(props);
  return (
    <DryRunPanel
      store={props.store}
      document={document}
      reply={reply}
      problem={problem}
      onRetry={retry}
      picker={picker}
      where={props.where}
    />
  );
}

function PlayedLayer(props: PlayedProps) {
  const { document, reply } = useDrawnDryRun(props);
  const dragged = useSession((state) => state.dragged);
  const nodes = useMemo(() => new Map(document.nodes.map((node) => [node.id, node])), [document]);
  const edges = useMemo(() => new Map(document.edges.map((edge) => [edge.id, edge])), [document]);
  const placeOfNode = (nodeId: string) => dragged.get(nodeId) ?? nodes.get(nodeId)?.position ?? null;
  const placeOfEdge = (edgeId: string) => {
    const edge = edges.get(edgeId);
    const source = edge && nodes.get(edge.source);
    const from = edge && placeOfNode(edge.source);
    const to = edge && placeOfNode(edge.target);
    if (!source || !from || !to) return null;
    const { outputs } = describeNode(source);
    const index = outputs.findIndex(({ id }) => id === edge.output);
    const top = outputTop(Math.max(0, index), outputs.length);
    // Under the name of the output, which stands in the middle.
    return { x: (from.x + nodeWidth + to.x) / 2, y: (from.y + top + to.y + handleTop) / 2 + 22 };
  };
  return (
    <DryRunLayer
      store={props.store}
      document={document}
      reply={reply}
      placeOfNode={placeOfNode}
      placeOfEdge={placeOfEdge}
    />
  );
}

/** The side panel of a dry run, with the customers that messages are previewed for. */
export function DryRunSide(props: DryRunModeProps) {
  return (
    <PreviewedCustomer projectId={props.where.projectId}>
      {({ id, picker }) => <PlayedPanel {...props} customerId={id} picker={picker} />}
    </PreviewedCustomer>
  );
}

/** What a dry run lays over the canvas. */
export function DryRunOver(props: DryRunModeProps) {
  useStayWhole();
  return (
    <PreviewedCustomer projectId={props.where.projectId}>
      {({ id }) => <PlayedLayer {...props} customerId={id} />}
    </PreviewedCustomer>
  );
}
