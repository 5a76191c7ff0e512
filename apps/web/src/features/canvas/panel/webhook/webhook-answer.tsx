import type { WebhookTry } from '@curlew/contract';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { formatNumber } from '../../../../lib/format-number.ts';
import { Banner } from '../../../../ui/banner.tsx';
import { StatusPill } from '../../../../ui/status-pill.tsx';
import { laidOutBody } from './laid-out-body.ts';

interface WebhookAnswerProps {
  readonly tried: WebhookTry;
}

interface MessageProps {
  readonly title: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body: string | null;
}

const codeClass =
  'max-h-64 overflow-auto rounded-control border bg-surface-sunken px-3 py-2 font-mono text-12 wrap-anywhere whitespace-pre-wrap text-ink';

function Message({ title, headers, body }: MessageProps) {
  return (
    <details className="text-12" open={body !== null && body !== ''}>
      <summary className="py-1 font-medium text-ink-muted">{title}</summary>
      <div className="flex flex-col gap-2">
        <dl className="flex flex-col gap-0.5 font-mono text-12 wrap-anywhere">
          {headers.map(({ name, value }) => (
            <div key={`${name} ${value}`}>
              <dt className="inline text-ink-faint">{name}: </dt>
              <dd className="inline text-ink">{value}</dd>
            </div>
          ))}
        </dl>
        {body !== null && body !== '' && (
          // What scrolls must be reachable by keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <pre tabIndex={0} aria-label={`${title}: body`} className={codeClass}>
            {laidOutBody(body)}
          </pre>
        )}
      </div>
    </details>
  );
}

/** What was sent, and what came back or why nothing did. */
export function WebhookAnswer({ tried }: WebhookAnswerProps) {
  if (!tried.ok) return <Banner kind="error">{tried.message}.</Banner>;
  const { request, response } = tried;
  const isGood = response.status >= 200 && response.status < 300;
  return (
    <section aria-label="Answer" aria-live="polite" className="flex flex-col gap-2">
      <p className="flex items-center gap-2">
        <StatusPill
          tone={isGood ? 'good' : 'bad'}
          icon={isGood ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
        >
          {response.status}
        </StatusPill>
        <span className="text-12 text-ink-muted">
          {formatNumber(response.milliseconds)} ms, customers leave by “{isGood ? 'Answered' : 'Failed'}”
        </span>
      </p>
      <p className="font-mono text-12 wrap-anywhere text-ink-muted">
        {request.method} {request.url}
      </p>
      <Message title="Answer" headers={response.headers} body={response.body} />
      {response.isTruncated && <p className="text-12 text-ink-faint">Only its first 64 kB are shown.</p>}
      <Message title="Request" headers={request.headers} body={request.body} />
    </section>
  );
}
