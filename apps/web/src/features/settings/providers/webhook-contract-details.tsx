import { FoldedDetails } from '../../../ui/folded-details.tsx';
import { webhookContract } from './webhook-contract.ts';

/** What a server of one's own is asked, and what it has to answer: in two sentences, and in full on demand. */
export function WebhookContractDetails() {
  return (
    <div className="flex flex-col gap-2">
      <p className="text-13 text-ink-muted">
        Each message is posted to this address as signed JSON. Your server has to answer 200 and name it:{' '}
        <code className="font-mono text-12 text-ink">{'{"id":"…"}'}</code>, with the id from the request. A
        message that is answered in any other way becomes unknown or is refused.
      </p>
      <FoldedDetails summary="All that your server is asked and answers">
        <p className="pb-2">
          Requests of both ways are signed by{' '}
          <a
            href="https://www.standardwebhooks.com"
            target="_blank"
            rel="noreferrer"
            className="rounded-control text-ink underline underline-offset-2 hover:no-underline"
          >
            Standard Webhooks
          </a>{' '}
          1.0.0 (<code>webhook-id</code>, <code>webhook-timestamp</code>, <code>webhook-signature</code>),
          each way with a secret of its own.
        </p>
        {webhookContract.map(({ title, body, lines }) => (
          <section key={title} className="flex flex-col gap-1 pt-3">
            <h3 className="font-medium text-ink">{title}</h3>
            <pre className="rounded-control bg-surface p-2 font-mono whitespace-pre-wrap wrap-anywhere">
              {JSON.stringify(body, null, 2)}
            </pre>
            <dl className="flex flex-col gap-1 pt-1">
              {lines.map(([said, meaning]) => (
                <div key={said}>
                  <dt className="font-mono text-ink">{said}</dt>
                  <dd className="text-ink-muted wrap-anywhere">{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </FoldedDetails>
    </div>
  );
}
