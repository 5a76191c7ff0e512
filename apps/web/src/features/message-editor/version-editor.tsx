import type { Customer } from '@curlew/contract';
import type { LanguageVersion } from '@curlew/scenario';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useCallback, useId, useRef, useState } from 'react';
import { noteOf } from '../../lib/note-of.ts';
import { MessageCode, type MessageCodeHandle } from './code/message-code.tsx';
import type { KeptView } from './code/message-view.ts';
import { PasteNotice } from './code/paste-notice.tsx';
import type { PastedOffer } from './code/pasted-text.ts';
import type { CompletionData } from './completion/completion-data.ts';
import { LengthRow } from './counter/length-row.tsx';
import { ReplaceAll } from './counter/replace-all.tsx';
import { changeMessage } from './fields/change-message.ts';
import { InsertBar } from './insert/insert-bar.tsx';
import type { VersionFlag } from './languages/version-flags.ts';
import { Legend } from './legend.tsx';
import type { MessageProps } from './message-props.ts';
import type { MessagePreview } from './preview/preview-message.ts';
import { languageNameOf } from './text/language-name.ts';
import { literalTextOf } from './text/literal-text.ts';
import { useTypedText } from './use-typed-text.ts';

interface VersionEditorProps extends Pick<MessageProps, 'node' | 'onChange' | 'isReadOnly' | 'issues'> {
  readonly version: LanguageVersion;
  readonly index: number;
  readonly flags: readonly VersionFlag[];
  readonly customer: Customer | null;
  readonly preview: MessagePreview | null;
  readonly completionData: CompletionData;
  /** What its short links begin with; null: links stay as they are. */
  readonly linkBase: string | null;
  /** The editors of all versions as they were left. */
  readonly kept: Map<string, KeptView>;
}

/** The text of one language version, and under it what it costs and what is wrong with it. */
export function VersionEditor(props: VersionEditorProps) {
  const { node, version, index, flags, onChange, isReadOnly, issues, customer, preview } = props;
  const { language } = version;
  const hintId = useId();
  const code = useRef<MessageCodeHandle>(null);
  const [offer, setOffer] = useState<PastedOffer | null>(null);
  const field = `versions.${index}.message`;
  const { error } = noteOf(issues, field);
  const typed = useTypedText(version.message, (text) =>
    onChange(changeMessage(node.settings, index, text), { field }),
  );
  const { text: message } = typed;
  const insert = useCallback((inserted: string) => code.current?.insert(inserted), []);
  const isPreviewed = preview !== null && preview.language === language;
  // The counter of a text that is the same for all says so itself.
  const tooLong = literalTextOf(message) === null && flags.find(({ kind }) => kind === 'too_long');
  const difference = flags.find(({ kind }) => kind === 'differs');

  return (
    <div onBlur={typed.flush} className="flex h-full min-h-80 flex-col">
      {!isReadOnly && <InsertBar text={isPreviewed ? preview.text : null} onInsert={insert} />}
      <div data-field={field} className="min-h-40 flex-1 overflow-hidden">
        <MessageCode
          ref={code}
          value={version.message}
          onChange={typed.type}
          onPastedOffer={setOffer}
          label={`Message, ${languageNameOf(language)}`}
          describedBy={hintId}
          isReadOnly={isReadOnly}
          completionData={props.completionData}
          linkBase={props.linkBase}
          kept={props.kept}
          keptAs={language}
        />
      </div>
      {offer && <PasteNotice offer={offer} onAnswer={(answer) => code.current?.answerPasted(answer)} />}
      {error !== undefined && (
        <p className="flex items-start gap-2 bg-bad-wash px-4 py-2 text-12 text-bad">
          <CircleAlert aria-hidden className="size-4 shrink-0" />
          {error}
        </p>
      )}
      {tooLong && (
        <p className="flex items-start gap-2 bg-bad-wash px-4 py-2 text-12 text-bad">
          <CircleAlert aria-hidden className="size-4 shrink-0" />
          {tooLong.words}
        </p>
      )}
      {difference && (
        <p className="flex items-start gap-2 bg-warn-wash px-4 py-2 text-12 text-warn">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          {difference.words}
        </p>
      )}
      <footer className="flex flex-col gap-3 border-t px-4 py-3">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          <LengthRow
            message={message}
            linkBase={props.linkBase}
            maximumParts={node.settings.maximumParts}
            example={isPreviewed && customer ? { name: customer.name, count: preview.count } : null}
          />
          {!isReadOnly && <ReplaceAll message={message} onReplace={(text) => code.current?.write(text)} />}
        </div>
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <Legend shortensLinks={props.linkBase !== null} />
          <p id={hintId} className="text-12 text-ink-faint pointer-coarse:hidden">
            Tab moves on, Escape leaves the message, Ctrl . explains the marks
          </p>
        </div>
      </footer>
    </div>
  );
}
