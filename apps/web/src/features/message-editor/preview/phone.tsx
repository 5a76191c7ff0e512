import { useContext, useMemo } from 'react';
import { classNames } from '../../../lib/class-names.ts';
import { HighlightedText } from '../highlighted-text.tsx';
import { TraceContext } from './trace/trace-context.ts';
import { TracedText } from './trace/traced-text.tsx';
import { findPartBorders, markText, withLinks } from '../text/message-marks.ts';

interface PhoneProps {
  /** Null where it cannot be rendered. */
  readonly sender: string | null;
  readonly text: string | null;
  /** What short links begin with; null: there are none. */
  readonly linkBase: string | null;
  /** It does not arrive: shown grey. */
  readonly isRefused: boolean;
  readonly lacksEvent: boolean;
}

const whyNothing = (lacksEvent: boolean): string =>
  lacksEvent ? 'Nothing to show without an event.' : 'Nothing to show until the template is mended.';

/** The message as it stands on a phone. */
export function Phone({ sender, text, linkBase, isRefused, lacksEvent }: PhoneProps) {
  const marks = useMemo(() => {
    const isShort = (link: string): boolean => linkBase !== null && link.startsWith(`${linkBase}/`);
    return withLinks(text ?? '', markText(text ?? ''), isShort);
  }, [text, linkBase]);
  const borders = useMemo(() => findPartBorders(text ?? ''), [text]);
  const trace = useContext(TraceContext);
  return (
    <section aria-label="Phone" className="overflow-hidden rounded-card border bg-surface">
      <p className="border-b bg-surface-raised px-4 py-2 text-center text-13 font-medium text-ink">
        {sender === null || sender === '' ? <span className="text-ink-faint">No sender</span> : sender}
      </p>
      <div className="min-h-40 p-4">
        {text === null || text.trim() === '' ? (
          <p className="text-13 text-ink-faint">
            {text === null ? whyNothing(lacksEvent) : 'The message is empty.'}
          </p>
        ) : (
          <div
            className={classNames(
              'w-fit max-w-full rounded-card rounded-bl-none border px-3 py-2 text-14 wrap-anywhere whitespace-pre-wrap [unicode-bidi:plaintext]',
              isRefused
                ? 'border-dashed border-line-strong text-ink-faint'
                : 'border-transparent bg-surface-hover text-ink',
            )}
          >
            {trace ? (
              <TracedText text={text} marks={marks} borders={borders} trace={trace} />
            ) : (
              <HighlightedText text={text} marks={marks} borders={borders} />
            )}
          </div>
        )}
      </div>
    </section>
  );
}
