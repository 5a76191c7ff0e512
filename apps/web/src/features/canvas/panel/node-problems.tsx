import type { ScenarioIssue } from '@curlew/scenario';
import { CircleAlert, TriangleAlert } from 'lucide-react';

interface NodeProblemsProps {
  readonly issues: readonly ScenarioIssue[];
}

/** The problems of the node itself; those of a field stand at the field. */
export function NodeProblems({ issues }: NodeProblemsProps) {
  const own = issues.filter(({ field }) => field === null);
  if (own.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2">
      {own.map(({ code, severity, message }) => (
        <li key={code} className="flex gap-2 text-12 text-ink-muted [&_svg]:size-4 [&_svg]:shrink-0">
          {severity === 'error' ? (
            <CircleAlert aria-hidden className="text-bad" />
          ) : (
            <TriangleAlert aria-hidden className="text-warn" />
          )}
          <span className="min-w-0 break-words">{message}</span>
        </li>
      ))}
    </ul>
  );
}
