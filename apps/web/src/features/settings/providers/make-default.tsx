import type { Integration, IntegrationUse } from '@curlew/contract';
import { useQuery } from '@tanstack/react-query';
import { describeError } from '../../../lib/error-sentences.ts';
import { formatDay } from '../../../lib/format-date.ts';
import { formatCount } from '../../../lib/format-number.ts';
import { Banner } from '../../../ui/banner.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { integrationUseQuery } from './integration-use-query.ts';
import { ScenarioLinks } from './scenario-links.tsx';
import { useChangeIntegrations } from './use-change-integrations.ts';

interface MakeDefaultProps {
  readonly projectId: string;
  readonly integration: Integration;
  /** Undefined: there is none. */
  readonly standard: Integration | undefined;
  readonly onOpenChange: (isOpen: boolean) => void;
}

interface ConsequencesProps extends Omit<MakeDefaultProps, 'onOpenChange'> {
  readonly use: IntegrationUse;
}

function Consequences({ projectId, integration, standard, use }: ConsequencesProps) {
  const { scenarios, count } = use.byDefault;
  return (
    <>
      <p>
        What leaves the choice to the project goes through it from then on
        {standard && `, and no longer through “${standard.name}”`}. Messages that wait already stay where they
        are.
      </p>
      {standard?.isBuiltIn && !integration.isBuiltIn && (
        <p className="text-warn">
          Messages then reach people, and cost money: so far nothing left the server.
        </p>
      )}
      {integration.isBuiltIn && standard && (
        <p className="text-warn">It is for trials: messages then reach nobody.</p>
      )}
      <p>
        {count === 0
          ? 'No scenario leaves the choice to the project.'
          : `${formatCount(count, 'scenario leaves', 'scenarios leave')} the choice to the project:`}
      </p>
      <ScenarioLinks
        projectId={projectId}
        label="Scenarios that leave the choice to the project"
        scenarios={scenarios}
        count={count}
      />
      {!integration.isBuiltIn &&
        (use.checkedAt === null ? (
          <p className="text-warn">Its connection was never checked.</p>
        ) : use.hasFailedCheck ? (
          <p className="text-warn">
            The last check of its connection, on {formatDay(new Date(use.checkedAt))}, failed: messages that
            go through it may not leave.
          </p>
        ) : (
          <p>Its connection was last checked on {formatDay(new Date(use.checkedAt))}.</p>
        ))}
    </>
  );
}

/** Asks before everything that leaves the choice to the project goes through another one. */
export function MakeDefault(props: MakeDefaultProps) {
  const { projectId, integration, onOpenChange } = props;
  const { makeDefault } = useChangeIntegrations(projectId);
  const { data: use, error } = useQuery(integrationUseQuery(projectId, integration.id));
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onOpenChange}
      title={`Make “${integration.name}” the default?`}
      description={
        <div className="flex flex-col gap-2">
          {error && <Banner kind="error">{describeError(error)}</Banner>}
          {!use && !error && <Skeleton label="Loading what leaves the choice to the project" rows={2} />}
          {use && <Consequences {...props} use={use} />}
        </div>
      }
      confirmLabel="Make default"
      mayConfirm={use !== undefined}
      isWorking={makeDefault.isPending}
      onConfirm={() => makeDefault.mutate(integration, { onSettled: () => onOpenChange(false) })}
    />
  );
}
