import type { Run } from '@curlew/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface OutboxLinkProps {
  readonly projectId: string;
  readonly run: Pick<Run, 'id'>;
  readonly show: 'unknown' | 'waiting';
  readonly children: ReactNode;
}

/** Leads to the messages of a run that have not come to their end. */
export function OutboxLink({ projectId, run, show, children }: OutboxLinkProps) {
  return (
    <Link
      to="/projects/$projectId/outbox"
      params={{ projectId }}
      search={{ run: run.id, ...(show === 'waiting' ? { show } : {}) }}
      className="rounded-control underline underline-offset-2 hover:text-ink"
    >
      {children}
    </Link>
  );
}
