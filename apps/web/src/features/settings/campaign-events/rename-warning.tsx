import type { CampaignEventNames } from '@curlew/contract';
import { Link } from '@tanstack/react-router';
import { formatCount } from '../../../lib/format-number.ts';
import { Banner } from '../../../ui/banner.tsx';

interface RenameWarningProps {
  readonly projectId: string;
  readonly names: CampaignEventNames;
}

/** What another name would mean, before it is saved. */
export function RenameWarning({ projectId, names }: RenameWarningProps) {
  const { name, scenarios, scenarioCount } = names;
  return (
    <Banner kind="warning">
      <div className="flex flex-col gap-2 wrap-anywhere">
        <p>
          Events that were written before keep the name “{name}”. Triggers, waits, conditions and splits that
          ask for “{name}” hear nothing new of messages: let them ask for the new name.
        </p>
        <p>
          {scenarioCount === 0
            ? `No scenario asks for “${name}”.`
            : `${formatCount(scenarioCount, 'scenario asks', 'scenarios ask')} for “${name}”:`}
        </p>
        {scenarios.length > 0 && (
          <ul aria-label={`Scenarios that ask for “${name}”`} className="list-disc pl-5">
            {scenarios.map((scenario) => (
              <li key={scenario.id}>
                <Link
                  to="/projects/$projectId/scenarios/$scenarioId"
                  params={{ projectId, scenarioId: scenario.id }}
                  className="rounded-control text-ink underline underline-offset-2 hover:no-underline"
                >
                  {scenario.name}
                </Link>
                {scenario.isRunning && ' (running)'}
              </li>
            ))}
            {scenarioCount > scenarios.length && <li>and {scenarioCount - scenarios.length} more</li>}
          </ul>
        )}
      </div>
    </Banner>
  );
}
