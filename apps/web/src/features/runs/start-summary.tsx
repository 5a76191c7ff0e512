import type { StartForecast } from '@curlew/contract';
import { Banner } from '../../ui/banner.tsx';
import { assumptionSentences, countForecastMessages } from './forecast-words.ts';
import { TriggerSummary } from './trigger-summary.tsx';
import { Warnings } from './warnings.tsx';

interface StartSummaryProps {
  readonly projectId: string;
  readonly forecast: StartForecast;
  readonly nodeName: (nodeId: string) => string;
}

/** What will happen when the scenario is started, by what lets customers in. */
export function StartSummary({ projectId, forecast, nodeName }: StartSummaryProps) {
  const { triggers, issues, assumptions } = forecast;
  const messages = countForecastMessages(forecast);
  const isAnybodyRefused = triggers.some(({ refusals }) => refusals.length > 0);
  return (
    <div className="flex flex-col gap-4">
      {messages === 0 && isAnybodyRefused && (
        <Banner kind="warning">No message would leave. Look at the reasons below.</Banner>
      )}
      {triggers.map((trigger) => (
        <section key={trigger.nodeId} aria-label={nodeName(trigger.nodeId)} className="flex flex-col gap-2">
          {triggers.length > 1 && <h3 className="text-13 font-semibold">{nodeName(trigger.nodeId)}</h3>}
          <TriggerSummary
            projectId={projectId}
            trigger={trigger}
            isOnly={triggers.length === 1}
            nodeName={nodeName}
          />
        </section>
      ))}
      <Warnings issues={issues} nodeName={nodeName} />
      {assumptions.length > 0 && (
        <ul aria-label="Taken for granted" className="flex flex-col gap-0.5 text-12 text-ink-muted">
          {assumptions.map((assumption) => (
            <li key={assumption}>{assumptionSentences[assumption]}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
