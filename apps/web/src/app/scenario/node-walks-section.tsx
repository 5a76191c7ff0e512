import type { NodeCounts } from '@curlew/contract';
import type { ScenarioNode } from '@curlew/scenario';
import { LateNote } from '../../features/walks/late/late-note.tsx';
import { NodeWalks } from '../../features/walks/who/node-walks.tsx';
import { tabsOfNode } from '../../features/walks/who/who-tabs.ts';

interface NodeWalksSectionProps {
  readonly node: ScenarioNode;
  readonly counts: NodeCounts | null;
  readonly onShow: (tab: string) => void;
  readonly onShowLate: () => void;
}

/** Under the settings of a node while a run is shown: who is and was at it, and whether it started late. */
export function NodeWalksSection({ node, counts, onShow, onShowLate }: NodeWalksSectionProps) {
  return (
    <>
      {counts?.late && <LateNote late={counts.late} onShow={onShowLate} />}
      <NodeWalks tabs={tabsOfNode(node, counts)} onShow={onShow} />
    </>
  );
}
