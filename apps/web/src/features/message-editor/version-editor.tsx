import type { Customer } from '@curlew/contract';
import type { LanguageVersion } from '@curlew/scenario';
import { CircleAlert } from 'lucide-react';
import { useId, useRef } from 'react';
import { noteOf } from '../../lib/note-of.ts';
import { MessageCode } from './code/message-code.tsx';
import type { MessageView } from './code/message-view.ts';
import { MessageCounter } from './counter/message-counter.tsx';
import { ReplaceAll } from './counter/replace-all.tsx';
import { changeMessage } from './fields/change-message.ts';
import { Legend } from './legend.tsx';
import type { MessageProps } from './message-props.ts';
import type { MessagePreview } from './preview/preview-message.ts';
import { languageNameOf } from './text/language-name.ts';

interface VersionEditorProps extends Pick<MessageProps, 'node' | 'onChange' | 'isReadOnly' | 'issues'> {
  readonly version: LanguageVersion;
  readonly index: number;
  readonly customer: Customer | null;
  readonly preview: MessagePreview | null;
}

const noAttributes = {};

/** The text of one language version, and under it what it costs and what is wrong with it. */
export function VersionEditor(props: VersionEditorProps) {
  const { node, version, index, onChange, isReadOnly, issues, customer, preview } = props;
  const hintId = useId();
  const code = useRef<Pick<MessageView, 'write'>>(null);
  const field = `versions.${index}.message`;
  const { error } = noteOf(issues, field);
  const change = (message: string) => onChange(changeMessage(node.settings, index, message), { field });
  const isPreviewed = preview !== null && preview.language === version.language;

  return (
    <div data-field={field} className="flex h-full min-h-80 flex-col">
      <div className="min-h-40 flex-1 overflow-hidden">
        <MessageCode
          ref={code}
          value={version.message}
          onChange={change}
          label={`Message, ${languageNameOf(version.language)}`}
          describedBy={hintId}
          isReadOnly={isReadOnly}
          attributes={customer?.attributes ?? noAttributes}
        />
      </div>
      {error !== undefined && (
        <p className="flex items-start gap-2 bg-bad-wash px-4 py-2 text-12 text-bad">
          <CircleAlert aria-hidden className="size-4 shrink-0" />
          {error}
        </p>
      )}
      <footer className="flex flex-col gap-3 border-t px-4 py-3">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          <div className="max-w-120 min-w-56 flex-1">
            <MessageCounter
              message={version.message}
              maximumParts={node.settings.maximumParts}
              example={isPreviewed && customer ? { name: customer.name, count: preview.count } : null}
            />
          </div>
          {!isReadOnly && (
            <ReplaceAll message={version.message} onReplace={(message) => code.current?.write(message)} />
          )}
        </div>
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <Legend />
          <p id={hintId} className="text-12 text-ink-faint">
            Tab moves on, Escape leaves the message
          </p>
        </div>
      </footer>
    </div>
  );
}
