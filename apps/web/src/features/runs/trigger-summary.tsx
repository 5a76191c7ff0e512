import type { TriggerForecast } from '@curlew/contract';
import { describeSums, describeUnpriced } from '../../lib/describe-cost.ts';
import { formatNumber } from '../../lib/format-number.ts';
import { ForecastNodes } from './forecast-nodes.tsx';
import { describeGround, entriesLabel } from './forecast-words.ts';
import { RefusalTable } from './refusal-table.tsx';

interface TriggerSummaryProps {
  readonly projectId: string;
  readonly trigger: TriggerForecast;
  /** Its name does not stand over it. */
  readonly isOnly: boolean;
  readonly nodeName: (nodeId: string) => string;
}

interface FigureProps {
  readonly value: string;
  readonly label: string;
}

function Figure({ value, label }: FigureProps) {
  return (
    <div className="flex flex-col-reverse justify-end rounded-card border px-3 py-2">
      <dt className="text-12 text-ink-muted">{label}</dt>
      <dd className="text-20 font-semibold tabular-nums">{value}</dd>
    </div>
  );
}

/** What comes of those whom one trigger lets in. */
export function TriggerSummary({ projectId, trigger, isOnly, nodeName }: TriggerSummaryProps) {
  const { per, entries, sampled, nodes, refusals, cost } = trigger;
  const total = (pick: (node: TriggerForecast['nodes'][number]) => number): number =>
    nodes.reduce((sum, node) => sum + pick(node), 0);
  const messages = total((node) => node.messages);
  const money = describeSums(cost);
  const unpriced = describeUnpriced(cost);
  const about = sampled === null ? '' : 'about ';
  const Heading = isOnly ? 'h3' : 'h4';
  const grounds = describeGround(trigger);
  return (
    <div className="flex flex-col gap-3">
      {entries !== null && (
        <dl className="grid grid-cols-2 gap-2 md:auto-cols-fr md:grid-flow-col md:grid-cols-none">
          <Figure
            value={`${per === 'day' ? 'about ' : ''}${formatNumber(entries)}`}
            label={entriesLabel(trigger)}
          />
          <Figure value={`${about}${formatNumber(messages)}`} label="messages will be sent" />
          <Figure value={`${about}${formatNumber(total((node) => node.parts))}`} label="parts to pay for" />
          {money !== null && <Figure value={`about ${money}`} label="by today’s prices" />}
        </dl>
      )}
      {grounds !== '' && <p className="text-12 text-ink-muted">{grounds}</p>}
      {messages > 0 && unpriced !== null && <p className="text-12 text-ink-muted">{unpriced}.</p>}
      <ForecastNodes nodes={nodes} nodeName={nodeName} />
      {refusals.length > 0 && (
        <section aria-label="Will not be sent" className="flex flex-col gap-1">
          <Heading className="text-13 font-semibold">
            {about}
            {formatNumber(total((node) => node.refused))} will not be sent
          </Heading>
          <RefusalTable projectId={projectId} refusals={refusals} nodeName={nodeName} />
        </section>
      )}
    </div>
  );
}
