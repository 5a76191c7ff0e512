import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { projectQuery } from '../../lib/project-query.ts';
import { useFocusField } from '../../lib/use-focus-field.ts';
import { Button } from '../../ui/button.tsx';
import { ConsentField } from './fields/consent-field.tsx';
import { IntegrationField } from './fields/integration-field.tsx';
import { PartsField } from './fields/parts-field.tsx';
import { SenderField } from './fields/sender-field.tsx';
import { LanguageVersions } from './language-versions.tsx';
import type { MessageProps } from './message-props.ts';
import { PreviewPane } from './preview/preview-pane.tsx';
import { useMessagePreview } from './preview/use-message-preview.ts';
import { usePreviewCustomer } from './preview/use-preview-customer.ts';
import { languageNameOf } from './text/language-name.ts';
import { versionOfField } from './version-of-field.ts';
import { VersionEditor } from './version-editor.tsx';

/** The whole editor: settings and text on one side, the phone of a customer on the other. */
export function MessageWorkbench(props: MessageProps) {
  const { projectId, scenario, node, isReadOnly, focusField } = props;
  const { versions, maximumParts } = node.settings;
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(() => versionOfField(focusField));
  const project = useQuery(projectQuery(projectId));
  const chosen = usePreviewCustomer(projectId);
  const failed = project.isError ? project : null;
  const customer = chosen.status === 'ready' ? chosen.customer : null;
  const preview = useMessagePreview({ projectId, scenario, node, customer });
  useFocusField(box, focusField ?? `versions.${open}.message`);

  const previewed = versions.findIndex(({ language }) => language === preview?.language);
  const languageNote = previewed >= 0 && previewed !== Math.min(open, versions.length - 1) && (
    <Button size="small" onClick={() => setOpen(previewed)}>
      {isReadOnly ? 'Show' : 'Edit'} {languageNameOf(versions[previewed]?.language ?? '')}
    </Button>
  );

  return (
    <div ref={box} className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-y-auto">
      <div className="flex min-w-0 flex-1 flex-col max-lg:shrink-0">
        <div className="grid auto-cols-fr grid-cols-2 gap-4 border-b px-4 py-3 max-md:[&>*:first-child]:col-span-2 md:grid-flow-col md:grid-cols-none">
          <SenderField {...props} />
          <PartsField {...props} />
          <ConsentField {...props} project={project.data} />
          {project.data && project.data.integrations.length > 1 && (
            <IntegrationField {...props} integrations={project.data.integrations} />
          )}
        </div>
        <LanguageVersions {...props} open={open} onOpen={setOpen}>
          {(version, index) => (
            <VersionEditor {...props} version={version} index={index} customer={customer} preview={preview} />
          )}
        </LanguageVersions>
      </div>
      <aside
        aria-label="Preview"
        className="flex shrink-0 flex-col bg-surface-sunken max-lg:border-t lg:w-96 lg:overflow-y-auto lg:border-l"
      >
        <PreviewPane
          projectId={projectId}
          chosen={
            failed ? { status: 'error', error: failed.error, retry: () => void failed.refetch() } : chosen
          }
          preview={preview}
          maximumParts={maximumParts}
          languageNote={languageNote}
        />
      </aside>
    </div>
  );
}
