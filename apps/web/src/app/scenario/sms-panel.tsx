import type { Scenario } from '@curlew/contract';
import type { NodeOf, SmsSettings } from '@curlew/scenario';
import { useEffect, useState } from 'react';
import type { PanelTools } from '../../features/canvas/panel/panel-tools.ts';
import { MessageEditorDialog } from '../../features/message-editor/message-editor-dialog.tsx';
import { MessagePanel } from '../../features/message-editor/message-panel.tsx';

interface SmsPanelProps {
  readonly projectId: string;
  readonly scenario: Scenario;
  readonly node: NodeOf<'sms'>;
  readonly tools: PanelTools;
}

/** The side panel of an SMS node, and the editor it opens. */
export function SmsPanel({ projectId, scenario, node, tools }: SmsPanelProps) {
  const { isReadOnly, issues, fieldFocus, change } = tools;
  const [isEditorOpen, setEditorOpen] = useState(false);
  const focusField = fieldFocus?.field ?? null;

  // A problem of the text leads to the text, which only the editor has.
  useEffect(() => {
    if (fieldFocus?.field?.startsWith('versions.')) setEditorOpen(true);
  }, [fieldFocus]);

  const props = {
    projectId,
    scenario,
    node,
    isReadOnly,
    issues,
    onChange: (settings: SmsSettings, { field }: { readonly field: string }) =>
      change({ ...node, settings }, field),
  };
  return (
    <>
      <MessagePanel {...props} focusField={isEditorOpen ? null : focusField} onOpenEditor={() => setEditorOpen(true)} />
      <MessageEditorDialog
        {...props}
        focusField={focusField}
        isOpen={isEditorOpen}
        onOpenChange={setEditorOpen}
      />
    </>
  );
}
