import type { ScenarioIssue } from '@curlew/scenario';
import { ArrowRight, CircleAlert } from 'lucide-react';

interface BlockingIssuesProps {
  readonly issues: readonly ScenarioIssue[];
  readonly nodeName: (nodeId: string) => string;
  /** Leads to its place on the canvas. */
  readonly onShow: (issue: ScenarioIssue) => void;
}

/** What forbids a start: each leads to where it is mended. */
export function BlockingIssues({ issues, nodeName, onShow }: BlockingIssuesProps) {
  return (
    <section aria-label="Problems" className="flex flex-col gap-1">
      <h3 className="text-13 font-semibold">Mend this first</h3>
      <ul className="flex flex-col gap-1">
        {issues.map((issue) => (
          <li key={`${issue.nodeId} ${issue.field} ${issue.code} ${issue.message}`}>
            <button
              type="button"
              onClick={() => onShow(issue)}
              className="flex w-full items-start gap-3 rounded-control bg-bad-wash px-3 py-2 text-left text-13 text-ink hover:underline [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0"
            >
              <CircleAlert aria-hidden className="text-bad" />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-12 text-ink-muted">
                  {(issue.nodeId !== null && nodeName(issue.nodeId)) || 'Whole scenario'}
                </span>
                {issue.message}
              </span>
              <ArrowRight aria-hidden className="text-ink-muted" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
