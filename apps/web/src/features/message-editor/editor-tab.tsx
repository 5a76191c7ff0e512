import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { AudienceLine } from './audience/audience-line.tsx';
import type { KeptView } from './code/message-view.ts';
import { useCompletionData } from './completion/use-completion-data.ts';
import { useLinkBase } from './use-link-base.ts';
import { SenderField } from './fields/sender-field.tsx';
import { LanguageVersions } from './languages/language-versions.tsx';
import type { MessageProps } from './message-props.ts';
import { PreviewPane } from './preview/preview-pane.tsx';
import { QuickPicks } from './preview/quick-picks.tsx';
import { useMessagePreview } from './preview/use-message-preview.ts';
import { usePreviewCustomer } from './preview/use-preview-customer.ts';
import { languageNameOf } from './text/language-name.ts';
import { VersionEditor } from './version-editor.tsx';

interface EditorTabProps extends MessageProps {
  /** The place of the language version in sight. */
  readonly open: number;
  readonly onOpen: (index: number) => void;
  /** Shows a version and goes on in its text. */
  readonly onWrite: (index: number) => void;
  readonly onChooseEvent: () => void;
}

/** The text of a message on one side, the phone of a customer on the other. */
export function EditorTab({ open, onOpen, onWrite, onChooseEvent, ...props }: EditorTabProps) {
  const { projectId, scenario, node, triggerEvents, way, isReadOnly } = props;
  const { versions, maximumParts } = node.settings;
  const [kept] = useState(() => new Map<string, KeptView>());
  const chosen = usePreviewCustomer(projectId);
  const customer = chosen.status === 'ready' ? chosen.customer : null;
  const preview = useMessagePreview({ projectId, scenario, node, customer, triggerEvents });
  const linkBase = useLinkBase(projectId, node);
  const completionData = useCompletionData({ projectId, way, customer });

  const message = { projectId, scenarioId: scenario.id, node, triggerEvents };
  const previewed = versions.findIndex(({ language }) => language === preview?.language);
  const languageNote = previewed >= 0 && previewed !== Math.min(open, versions.length - 1) && (
    <Button size="small" onClick={() => onWrite(previewed)}>
      {isReadOnly ? 'Show' : 'Edit'} {languageNameOf(versions[previewed]?.language ?? '')}
    </Button>
  );

  return (
    <div className="flex h-full min-h-0 max-lg:flex-col max-lg:overflow-y-auto">
      <div className="flex min-w-0 flex-1 flex-col max-lg:shrink-0">
        <div className="border-b px-4 py-3">
          <div className="max-w-120">
            <SenderField {...props} />
          </div>
        </div>
        <LanguageVersions {...props} linkBase={linkBase} open={open} onOpen={onOpen} onWrite={onWrite}>
          {(version, index, flags) => (
            <VersionEditor
              // Another language in its place is another text.
              key={version.language}
              {...props}
              version={version}
              index={index}
              flags={flags}
              customer={customer}
              preview={preview}
              completionData={completionData}
              linkBase={linkBase}
              kept={kept}
            />
          )}
        </LanguageVersions>
        <div className="border-t px-4 py-2">
          <AudienceLine {...message} />
        </div>
      </div>
      <aside
        aria-label="Preview"
        className="flex shrink-0 flex-col bg-surface-sunken max-lg:border-t lg:w-96 lg:overflow-y-auto lg:border-l"
      >
        <QuickPicks message={message} chosenId={customer?.id ?? null} />
        <PreviewPane
          projectId={projectId}
          chosen={chosen}
          preview={preview}
          maximumParts={maximumParts}
          isPicked={versions.length > 1}
          triggerEvents={triggerEvents}
          onChooseEvent={onChooseEvent}
          languageNote={languageNote}
        />
      </aside>
    </div>
  );
}
