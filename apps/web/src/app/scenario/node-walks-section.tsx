import type { NodeCounts } from '@curlew/contract';
import type { ScenarioNode } from '@curlew/scenario';
import { RotateCw } from 'lucide-react';
import { hasFailed } from '../../features/runs/resend/has-failed.ts';
import { LateNote } from '../../features/walks/late/late-note.tsx';
import { NodeWalks } from '../../features/walks/who/node-walks.tsx';
import { tabsOfNode } from '../../features/walks/who/who-tabs.ts';
import { Button } from '../../ui/button.tsx';

interface NodeWalksSectionProps {
  readonly node: ScenarioNode;
  readonly counts: NodeCounts | null;
  readonly onShow: (tab: string) => void;
  readonly onShowLate: () => void;
  /** Sends the message again to whom it did not reach; null: that is not possible now. */
  readonly onResend: (() => void) | null;
}

/** Under the settings of a node while a run is shown: who is and was at it, and whether it started late. */
export function NodeWalksSection({ node, counts, onShow, onShowLate, onResend }: NodeWalksSectionProps) {
  return (
    <>
      {counts?.late && <LateNote late={counts.late} onShow={onShowLate} />}
      <NodeWalks tabs={tabsOfNode(node, counts)} onShow={onShow} />
      {onResend && counts && hasFailed(counts) && (
        <Button icon={<RotateCw />} onClick={onResend}>
          Send again where it failed
        </Button>
      )}
    </>
  );
}
