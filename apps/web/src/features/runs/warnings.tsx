import type { ScenarioIssue } from '@curlew/scenario';
import { Banner } from '../../ui/banner.tsx';

interface WarningsProps {
  readonly issues: readonly ScenarioIssue[];
  readonly nodeName: (nodeId: string) => string;
}

/** What does not forbid a start, and should be known before it: each once, with the nodes that it is about. */
export function Warnings({ issues, nodeName }: WarningsProps) {
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  return [...new Set(warnings.map(({ message }) => message))].map((message) => {
    const names = warnings.flatMap((issue) =>
      issue.message === message && issue.nodeId !== null ? [nodeName(issue.nodeId)] : [],
    );
    const where = [...new Set(names)].filter((name) => name !== '').join(', ');
    return (
      <Banner key={message} kind="warning">
        {where !== '' && <span className="block text-12 text-ink-muted">{where}</span>}
        {message}
      </Banner>
    );
  });
}
