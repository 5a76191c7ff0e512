import { pickLanguageVersion } from '@curlew/scenario';
import { PencilLine } from 'lucide-react';
import { useRef } from 'react';
import { noteOf } from '../../lib/note-of.ts';
import { useFocusField } from '../../lib/use-focus-field.ts';
import { Button } from '../../ui/button.tsx';
import { FieldNote } from '../../ui/field-note.tsx';
import { MessageCounter } from './counter/message-counter.tsx';
import { SenderField } from './fields/sender-field.tsx';
import { HighlightedText } from './highlighted-text.tsx';
import { loadWorkbench } from './load-workbench.ts';
import type { MessageProps } from './message-props.ts';
import { useMessagePreview } from './preview/use-message-preview.ts';
import { usePreviewCustomer } from './preview/use-preview-customer.ts';
import { languageNameOf } from './text/language-name.ts';
import { markShortened, markTemplate } from './text/message-marks.ts';
import { useLinkBase } from './use-link-base.ts';

interface MessagePanelProps extends MessageProps {
  readonly onOpenEditor: () => void;
}

// More than five lines of the panel hold.
const longestExcerpt = 400;

const preload = (): void => void loadWorkbench();

/** An SMS node in the side panel: sender, the beginning of the message, what it costs, and the way to the editor. */
export function MessagePanel({ onOpenEditor, ...props }: MessagePanelProps) {
  const { projectId, scenario, node, triggerEvents, issues, focusField, isReadOnly } = props;
  const { settings } = node;
  const version = pickLanguageVersion(settings, settings.defaultLanguage);
  const field = `versions.${settings.versions.indexOf(version)}.message`;
  const box = useRef<HTMLDivElement>(null);
  const linkBase = useLinkBase(projectId, node);
  const marks = (linkBase === null ? markTemplate : markShortened)(version.message);
  const chosen = usePreviewCustomer(projectId);
  const customer = chosen.status === 'ready' ? chosen.customer : null;
  const preview = useMessagePreview({ projectId, scenario, node, customer, triggerEvents });
  const isPreviewed = customer !== null && preview !== null && preview.language === version.language;
  const note = noteOf(issues, field);
  useFocusField(box, focusField);

  return (
    <div ref={box} className="flex flex-col gap-4">
      <SenderField {...props} />
      <section aria-label="Message" data-field={field} className="flex flex-col gap-2">
        <p className="flex items-baseline justify-between gap-2 text-13 font-medium text-ink">
          Message
          {settings.versions.length > 1 && (
            <span className="text-12 font-normal text-ink-faint">
              {languageNameOf(version.language)} of {settings.versions.length} languages
            </span>
          )}
        </p>
        <div className="rounded-control border bg-surface-sunken px-3 py-2">
          <p className="line-clamp-5 font-mono text-13 wrap-anywhere whitespace-pre-wrap text-ink">
            {version.message.trim() === '' ? (
              <span className="font-sans text-ink-faint">No message yet</span>
            ) : (
              <HighlightedText text={version.message.slice(0, longestExcerpt)} marks={marks} />
            )}
          </p>
        </div>
        <FieldNote error={note.error} warning={note.warning} />
        <MessageCounter
          message={version.message}
          linkBase={linkBase}
          maximumParts={settings.maximumParts}
          example={isPreviewed ? { name: customer.name, count: preview.count } : null}
        />
        <div className="mt-1 flex">
          <Button icon={<PencilLine />} onClick={onOpenEditor} onPointerEnter={preload} onFocus={preload}>
            {isReadOnly ? 'Open message' : 'Open editor'}
          </Button>
        </div>
      </section>
    </div>
  );
}
