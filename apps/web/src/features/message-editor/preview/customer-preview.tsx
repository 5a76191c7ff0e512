import type { Customer } from '@curlew/contract';
import type { ReactNode } from 'react';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { FieldNote } from '../../../ui/field-note.tsx';
import { senderWarningIn } from '../fields/sender-warnings.ts';
import { Counter } from '../counter/counter.tsx';
import { describeVersion } from '../text/describe-version.ts';
import { languageNameOf } from '../text/language-name.ts';
import { CustomerPicker } from './customer-picker.tsx';
import { MissingEvent } from './event/missing-event.tsx';
import { Phone } from './phone.tsx';
import type { MessagePreview } from './preview-message.ts';
import { Verdict } from './verdict.tsx';

interface CustomerPreviewProps {
  readonly projectId: string;
  readonly customer: Customer;
  readonly preview: MessagePreview | null;
  readonly maximumParts: number;
  /** Whether there are several versions, of which the customer's language picks one. */
  readonly isPicked: boolean;
  /** Stands where it matters which language version a customer gets. */
  readonly languageNote: ReactNode;
  readonly triggerEvents: readonly string[];
  /** Leads to where an event is chosen; left out where that is in sight. */
  readonly onChooseEvent?: (() => void) | undefined;
}

// What asks something back has its own mark.
const asSentence = (words: string): string => (/[.?]$/.test(words) ? words : `${words}.`);

/** Whom, whether, and what: the customer, the verdict of the gate, the phone. */
export function CustomerPreview(props: CustomerPreviewProps) {
  const { projectId, customer, preview, maximumParts, isPicked, languageNote, triggerEvents, onChooseEvent } =
    props;
  const decision = preview?.decision;
  return (
    <div className="flex flex-col gap-4 p-4">
      <div className="flex min-h-5 items-center justify-between gap-2">
        <h3 className="text-13 font-semibold text-ink">Preview</h3>
        {decision && <Verdict decision={decision} />}
      </div>
      <CustomerPicker projectId={projectId} customer={customer} />
      {preview && decision ? (
        <>
          {preview.lacksEvent && <MissingEvent triggerEvents={triggerEvents} onChoose={onChooseEvent} />}
          {decision.status !== 'enqueued' && !preview.lacksEvent && (
            <p className="text-13 text-bad">{asSentence(decision.message)}</p>
          )}
          <FieldNote
            warning={
              (decision.status === 'enqueued' &&
                preview.sender !== null &&
                senderWarningIn(preview.sender, customer.phoneCountry)) ||
              undefined
            }
          />
          <Phone
            sender={preview.sender}
            text={preview.text}
            linkBase={preview.linkBase}
            isRefused={decision.status !== 'enqueued'}
            lacksEvent={preview.lacksEvent}
          />
          {preview.count && (
            <Counter
              label={`Length for ${customer.name}`}
              count={preview.count}
              maximumParts={maximumParts}
            />
          )}
          <div className="flex min-h-7 flex-wrap items-center justify-between gap-2 border-t pt-3">
            <p className="text-12 text-ink-muted">
              {isPicked
                ? describeVersion(preview.language, customer.language)
                : `${languageNameOf(preview.language)} version`}
            </p>
            {languageNote}
          </div>
        </>
      ) : (
        <Skeleton label="Loading the preview" rows={3} />
      )}
    </div>
  );
}
