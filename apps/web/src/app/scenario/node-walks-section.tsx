import type { NodeCounts } from '@curlew/contract';
import type { ScenarioNode } from '@curlew/scenario';
import { NodeWalks } from '../../features/walks/who/node-walks.tsx';
import { tabsOfNode } from '../../features/walks/who/who-tabs.ts';

interface NodeWalksSectionProps {
  readonly node: ScenarioNode;
  readonly counts: NodeCounts | null;
  readonly onShow: (tab: string) => void;
}

/** Under the settings of a node while a run is shown: who is and was at it. */
export function NodeWalksSection({ node, counts, onShow }: NodeWalksSectionProps) {
  return <NodeWalks tabs={tabsOfNode(node, counts)} onShow={onShow} />;
}
