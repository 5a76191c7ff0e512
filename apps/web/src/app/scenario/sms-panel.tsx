import type { Scenario } from '@curlew/contract';
import { triggerEventsOf, type NodeOf, type SmsSettings } from '@curlew/scenario';
import { useMemo, useState } from 'react';
import type { PanelTools } from '../../features/canvas/panel/panel-tools.ts';
import { useScenarioDocument } from '../../features/canvas/state/canvas-context.ts';
import { MessageEditorDialog } from '../../features/message-editor/message-editor-dialog.tsx';
import { MessagePanel } from '../../features/message-editor/message-panel.tsx';
import { standsInEditor } from '../../features/message-editor/stands-in-editor.ts';

interface SmsPanelProps {
  readonly projectId: string;
  readonly scenario: Scenario;
  readonly node: NodeOf<'sms'>;
  readonly tools: PanelTools;
}

type FieldFocus = PanelTools['fieldFocus'];

// Only the editor has the text and its rules: whoever asks for one asks for the editor.
const asksForEditor = (fieldFocus: FieldFocus): boolean => standsInEditor(fieldFocus?.field ?? null);

/** The side panel of an SMS node, and the editor it opens. */
export function SmsPanel({ projectId, scenario, node, tools }: SmsPanelProps) {
  const { isReadOnly, issues, fieldFocus, way, change } = tools;
  const [isOpened, setOpened] = useState(false);
  const [answered, setAnswered] = useState<FieldFocus>(null);
  const isEditorOpen = isOpened || (asksForEditor(fieldFocus) && fieldFocus !== answered);
  const focusField = fieldFocus?.field ?? null;

  const document = useScenarioDocument();
  const triggerEvents = useMemo(() => triggerEventsOf(document, node.id), [document, node.id]);

  const props = {
    projectId,
    scenario,
    node,
    triggerEvents,
    isReadOnly,
    issues,
    way,
    onChange: (settings: SmsSettings, { field }: { readonly field: string }) =>
      change({ ...node, settings }, field),
  };
  return (
    <>
      <MessagePanel
        {...props}
        focusField={asksForEditor(fieldFocus) ? null : focusField}
        onOpenEditor={() => setOpened(true)}
      />
      <MessageEditorDialog
        {...props}
        focusField={asksForEditor(fieldFocus) ? focusField : null}
        isOpen={isEditorOpen}
        onOpenChange={(isOpen) => {
          setOpened(isOpen);
          setAnswered(fieldFocus);
        }}
      />
    </>
  );
}
