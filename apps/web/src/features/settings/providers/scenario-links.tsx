import type { IntegrationUse } from '@curlew/contract';
import { Link } from '@tanstack/react-router';

interface ScenarioLinksProps {
  readonly projectId: string;
  /** What they have in common. */
  readonly label: string;
  readonly scenarios: IntegrationUse['scenarios'];
  /** More than are listed, where there are many. */
  readonly count: number;
}

/** Scenarios that something concerns, by name; those that run say so. */
export function ScenarioLinks({ projectId, label, scenarios, count }: ScenarioLinksProps) {
  if (scenarios.length === 0) return null;
  return (
    <ul aria-label={label} className="list-disc pl-5">
      {scenarios.map(({ id, name, isRunning }) => (
        <li key={id} className="wrap-anywhere">
          <Link
            to="/projects/$projectId/scenarios/$scenarioId"
            params={{ projectId, scenarioId: id }}
            className="rounded-control text-ink underline underline-offset-2 hover:no-underline"
          >
            {name}
          </Link>
          {isRunning && ' (running)'}
        </li>
      ))}
      {count > scenarios.length && <li>and {count - scenarios.length} more</li>}
    </ul>
  );
}
