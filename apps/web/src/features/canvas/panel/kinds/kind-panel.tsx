import type { ScenarioNode } from '@curlew/scenario';
import type { ReactNode } from 'react';
import type { PanelTools } from '../panel-tools.ts';
import { SettingsForm } from '../settings/settings-form.tsx';
import type { KindPanelProps } from './kind-panel-props.ts';
import { kindPanels, type PanelKind } from './kind-panels.ts';

interface KindPanelInput extends Omit<KindPanelProps<PanelKind>, 'settings'> {
  readonly projectId: string;
  readonly node: Exclude<ScenarioNode, { kind: 'sms' }>;
  readonly tools: PanelTools;
}

interface FieldsProps<K extends PanelKind> extends KindPanelProps<K> {
  readonly kind: K;
}

function Fields<K extends PanelKind>({ kind, ...props }: FieldsProps<K>) {
  const Panel: (props: KindPanelProps<K>) => ReactNode = kindPanels[kind];
  return <Panel {...props} />;
}

/** What the kind of a node has to set. */
export function KindPanel({ projectId, node, tools, ...props }: KindPanelInput) {
  return (
    <SettingsForm projectId={projectId} node={node} tools={tools}>
      <Fields kind={node.kind} settings={node.settings} {...props} />
    </SettingsForm>
  );
}
