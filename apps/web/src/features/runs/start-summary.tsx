import type { StartForecast } from '@curlew/contract';
import { describeSums, describeUnpriced } from '../../lib/describe-cost.ts';
import { formatCount, formatNumber } from '../../lib/format-number.ts';
import { Banner } from '../../ui/banner.tsx';
import { RefusalTable } from './refusal-table.tsx';

interface StartSummaryProps {
  readonly forecast: StartForecast;
  readonly nodeName: (nodeId: string) => string;
}

interface FigureProps {
  readonly value: string;
  readonly label: string;
}

function Figure({ value, label }: FigureProps) {
  return (
    <div className="flex flex-col-reverse rounded-card border px-3 py-2">
      <dt className="text-12 text-ink-muted">{label}</dt>
      <dd className="text-20 font-semibold tabular-nums">{value}</dd>
    </div>
  );
}

/** What will happen when the scenario is started. */
export function StartSummary({ forecast, nodeName }: StartSummaryProps) {
  const total = (pick: (node: StartForecast['nodes'][number]) => number): number =>
    forecast.nodes.reduce((sum, node) => sum + pick(node), 0);
  const messages = total((node) => node.messages);
  const money = describeSums(forecast.cost);
  const unpriced = describeUnpriced(forecast.cost);
  const about = forecast.sampled === null ? '' : 'about ';
  const warnings = forecast.issues.filter((issue) => issue.severity === 'warning');
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid grid-cols-2 gap-2 sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none">
        <Figure value={formatNumber(forecast.customers)} label="customers enter" />
        <Figure value={`${about}${formatNumber(messages)}`} label="messages will be sent" />
        <Figure value={`${about}${formatNumber(total((node) => node.parts))}`} label="parts to pay for" />
        {money !== null && <Figure value={`about ${money}`} label="by today’s prices" />}
      </dl>
      {messages > 0 && unpriced !== null && <p className="text-12 text-ink-muted">{unpriced}.</p>}
      {messages === 0 && <Banner kind="warning">No message would leave. Look at the reasons below.</Banner>}
      {warnings.map((issue) => (
        <Banner key={`${issue.nodeId} ${issue.code} ${issue.message}`} kind="warning">
          {issue.message}
        </Banner>
      ))}
      {forecast.refusals.length > 0 && (
        <section aria-label="Will not be sent" className="flex flex-col gap-1">
          <h3 className="text-13 font-semibold">
            {about}
            {formatNumber(total((node) => node.refused))} will not be sent
          </h3>
          <RefusalTable refusals={forecast.refusals} nodeName={nodeName} />
        </section>
      )}
      {forecast.sampled !== null && (
        <p className="text-12 text-ink-muted">
          Estimated from {formatCount(forecast.sampled, 'customer')} chosen at random.
        </p>
      )}
    </div>
  );
}
