import type { ScenarioIssue } from '@curlew/scenario';
import { Banner } from '../../ui/banner.tsx';

/** What does not forbid a start, and should be known before it. */
export function Warnings({ issues }: { readonly issues: readonly ScenarioIssue[] }) {
  return issues
    .filter(({ severity }) => severity === 'warning')
    .map((issue) => (
      <Banner key={`${issue.nodeId} ${issue.code} ${issue.field}`} kind="warning">
        {issue.message}
      </Banner>
    ));
}
