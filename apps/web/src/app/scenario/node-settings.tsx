import type { Scenario } from '@curlew/contract';
import type { ScenarioNode } from '@curlew/scenario';
import { NowPanel } from '../../features/canvas/panel/now-panel.tsx';
import type { PanelTools } from '../../features/canvas/panel/panel-tools.ts';
import { SmsPanel } from './sms-panel.tsx';

interface NodeSettingsProps {
  readonly projectId: string;
  readonly scenario: Scenario;
  readonly node: ScenarioNode;
  readonly tools: PanelTools;
}

/** What a node's kind has to set. */
export function NodeSettings({ projectId, scenario, node, tools }: NodeSettingsProps) {
  switch (node.kind) {
    case 'now':
      return <NowPanel />;
    case 'sms':
      return <SmsPanel projectId={projectId} scenario={scenario} node={node} tools={tools} />;
  }
}
