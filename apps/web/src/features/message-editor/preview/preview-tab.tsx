import { languageNameOf } from '../text/language-name.ts';
import { Button } from '../../../ui/button.tsx';
import type { MessageProps } from '../message-props.ts';
import { PreviewPane } from './preview-pane.tsx';
import { useMessagePreview } from './use-message-preview.ts';
import { usePreviewCustomer } from './use-preview-customer.ts';

interface PreviewTabProps extends MessageProps {
  /** Opens a language version in the editor, by its place. */
  readonly onOpenVersion: (index: number) => void;
}

/** The message as any customer would get it. */
export function PreviewTab({ onOpenVersion, ...props }: PreviewTabProps) {
  const { projectId, scenario, node, isReadOnly } = props;
  const { versions, maximumParts } = node.settings;
  const chosen = usePreviewCustomer(projectId);
  const customer = chosen.status === 'ready' ? chosen.customer : null;
  const preview = useMessagePreview({ projectId, scenario, node, customer });
  const previewed = versions.findIndex(({ language }) => language === preview?.language);
  return (
    <div className="mx-auto max-w-160">
      <PreviewPane
        projectId={projectId}
        chosen={chosen}
        preview={preview}
        maximumParts={maximumParts}
        languageNote={
          previewed >= 0 && (
            <Button size="small" onClick={() => onOpenVersion(previewed)}>
              {isReadOnly ? 'Show' : 'Edit'} {languageNameOf(versions[previewed]?.language ?? '')}
            </Button>
          )
        }
      />
    </div>
  );
}
