import type { TestSend } from '@curlew/contract';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { StatusPill } from '../../../../ui/status-pill.tsx';
import { TroubleNote } from '../../../../ui/trouble-note.tsx';
import { lookOfTest } from './test-looks.ts';

type TestMessage = TestSend['messages'][number];

function TestMessageLine({ message }: { readonly message: TestMessage }) {
  const { word, tone, icon: Icon } = lookOfTest(message.status);
  return (
    <li className="flex flex-col gap-0.5">
      <span className="flex items-center justify-between gap-2">
        <span className="font-mono text-13 text-ink">{message.recipient}</span>
        <StatusPill tone={tone} icon={<Icon aria-hidden />}>
          {word}
        </StatusPill>
      </span>
      {message.error !== null && (
        <span className="text-12 wrap-anywhere text-ink-muted">
          {message.error}
          {message.statusCode !== null && !message.error.includes(message.statusCode) && (
            <> ({message.statusCode})</>
          )}
        </span>
      )}
    </li>
  );
}

/** Tests of a message, newest first, with what became of each. */
export function TestList({ tests }: { readonly tests: readonly TestSend[] }) {
  return (
    <ol aria-label="Tests" className="flex flex-col divide-y divide-line rounded-control border">
      {tests.map((test) => (
        <li key={test.id} className="flex flex-col gap-1 px-3 py-2">
          <p className="flex justify-between gap-2 text-12 text-ink-muted">
            <span className="truncate">As {test.customer.name}</span>
            <RelativeTime at={test.createdAt} />
          </p>
          <ul className="flex flex-col gap-1">
            {test.messages.map((message) => (
              <TestMessageLine key={message.recipient} message={message} />
            ))}
          </ul>
          {test.trouble && <TroubleNote {...test.trouble} />}
          {test.refusal && <p className="text-12 text-bad">{test.refusal.message}.</p>}
        </li>
      ))}
    </ol>
  );
}
