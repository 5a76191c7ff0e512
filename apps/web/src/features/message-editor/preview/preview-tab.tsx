import { useMemo, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import type { MessageProps } from '../message-props.ts';
import { languageNameOf } from '../text/language-name.ts';
import { EventSection } from './event/event-section.tsx';
import { LanguagePreviews } from './languages/language-previews.tsx';
import { LanguageSelect, type ShownLanguage } from './languages/language-select.tsx';
import { nodeInLanguage } from './languages/node-in-language.ts';
import { PreviewPane } from './preview-pane.tsx';
import { QuickPicks } from './quick-picks.tsx';
import { TraceContext } from './trace/trace-context.ts';
import { ValueList } from './trace/value-list.tsx';
import { TestSection } from './tests/test-section.tsx';
import { useMessagePreview } from './use-message-preview.ts';
import { usePreviewCustomer } from './use-preview-customer.ts';

interface PreviewTabProps extends MessageProps {
  /** Opens a language version in the editor, by its place. */
  readonly onOpenVersion: (index: number) => void;
}

/** The message as any customer would get it, in any of its languages, and the way to send it to oneself. */
export function PreviewTab({ onOpenVersion, ...props }: PreviewTabProps) {
  const { projectId, scenario, node, triggerEvents, isReadOnly } = props;
  const { versions, maximumParts } = node.settings;
  const [language, setLanguage] = useState<ShownLanguage>({ kind: 'own' });
  const chosen = usePreviewCustomer(projectId);
  const customer = chosen.status === 'ready' ? chosen.customer : null;
  const only = language.kind === 'one' ? language.language : null;
  const shown = useMemo(() => (only === null ? node : nodeInLanguage(node, only)), [node, only]);
  const preview = useMessagePreview({ projectId, scenario, node: shown, customer, triggerEvents });
  const [active, setActive] = useState<number | null>(null);
  const values = useMemo(() => preview?.trace() ?? [], [preview]);
  const trace = useMemo(() => ({ values, active, setActive }), [values, active]);
  const previewed = versions.findIndex(({ language: own }) => own === preview?.language);

  return (
    <div className="mx-auto flex w-full max-w-240 gap-6 max-lg:flex-col lg:p-4">
      <div className="min-w-0 flex-1">
        <QuickPicks
          message={{ projectId, scenarioId: scenario.id, node, triggerEvents }}
          chosenId={customer?.id ?? null}
        />
        {versions.length > 1 && customer && (
          <div className="px-4 pt-4">
            <LanguageSelect
              versions={versions}
              customerName={customer.name}
              value={language}
              onChange={setLanguage}
            />
          </div>
        )}
        <TraceContext value={trace}>
          <PreviewPane
            projectId={projectId}
            chosen={chosen}
            preview={preview}
            maximumParts={maximumParts}
            isPicked={versions.length > 1 && only === null}
            triggerEvents={triggerEvents}
            languageNote={
              previewed >= 0 && (
                <Button size="small" onClick={() => onOpenVersion(previewed)}>
                  {isReadOnly ? 'Show' : 'Edit'} {languageNameOf(versions[previewed]?.language ?? '')}
                </Button>
              )
            }
          />
        </TraceContext>
        <ValueList trace={trace} />
        {language.kind === 'all' && customer && <LanguagePreviews {...props} customer={customer} />}
      </div>
      {customer && (
        <div className="flex w-full shrink-0 flex-col gap-6 p-4 max-lg:border-t lg:w-80 lg:border-l lg:py-4 lg:pr-0 lg:pl-6">
          {triggerEvents.length > 0 && (
            <EventSection
              projectId={projectId}
              scenarioId={scenario.id}
              customer={customer}
              triggerEvents={triggerEvents}
            />
          )}
          <TestSection {...props} customer={customer} preview={preview} />
        </div>
      )}
    </div>
  );
}
