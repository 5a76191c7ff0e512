import type { Scenario } from '@curlew/contract';
import type { ScenarioNode } from '@curlew/scenario';
import { KindPanel } from '../../features/canvas/panel/kinds/kind-panel.tsx';
import type { PanelTools } from '../../features/canvas/panel/panel-tools.ts';
import { PreviewedCustomer } from './previewed-customer.tsx';
import { SmsPanel } from './sms-panel.tsx';

interface NodeSettingsProps {
  readonly projectId: string;
  readonly scenario: Scenario;
  readonly node: ScenarioNode;
  readonly tools: PanelTools;
}

/** What a node's kind has to set. */
export function NodeSettings({ projectId, scenario, node, tools }: NodeSettingsProps) {
  if (node.kind === 'sms')
    return <SmsPanel projectId={projectId} scenario={scenario} node={node} tools={tools} />;
  return (
    <KindPanel
      projectId={projectId}
      scenarioId={scenario.id}
      node={node}
      tools={tools}
      renderWithCustomer={(render) => <PreviewedCustomer projectId={projectId}>{render}</PreviewedCustomer>}
    />
  );
}
