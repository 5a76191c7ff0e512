import type { Walk } from '@curlew/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { describeLate } from '../../../lib/describe-late.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { walkQuery } from '../walk-queries.ts';
import { WalkStatePill } from '../walk-state-pill.tsx';
import { describeWaiting, formatTime } from '../walk-words.ts';
import { WalkTimeline } from './walk-timeline.tsx';

const route = getRouteApi('/projects/$projectId/walks/$walkId');

const linkClass = 'rounded-control text-ink underline underline-offset-2 hover:no-underline';
const refreshMs = 10_000;

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-col gap-0.5">
      <dt className="text-12 text-ink-muted">{label}</dt>
      <dd className="text-13 break-words">{children}</dd>
    </div>
  );
}

const describeBegin = ({ trigger, event }: Walk): string =>
  event === null ? trigger.name : `${trigger.name}: ${event.type} on ${formatTime(event.timestamp)}`;

const describePlace = (walk: Walk): string => {
  if (walk.state === 'inside')
    return `${walk.nodeName}, since ${formatTime(walk.since)}. ${describeWaiting(walk) ?? ''}`.trim();
  return walk.ending === null ? `At the end: ${walk.nodeName}` : `${walk.nodeName}. ${walk.ending}`;
};

/** One customer's way through one run: each step, what decided it, and when. */
export function WalkPage() {
  const { projectId, walkId } = route.useParams();
  const query = walkQuery(projectId, walkId);
  const {
    data: walk,
    error,
    isPending,
    refetch,
  } = useQuery({
    ...query,
    refetchInterval: ({ state }) => (state.data?.state === 'inside' ? refreshMs : false),
  });
  return (
    <Page
      title={walk ? `${walk.customerName} in ${walk.scenarioName}` : 'Walk'}
      crumbs={[{ label: 'Scenarios', link: { to: '/projects/$projectId/scenarios', params: { projectId } } }]}
      actions={walk && <WalkStatePill state={walk.state} />}
    >
      {isPending && <Skeleton label="Loading the walk" rows={8} />}
      {error && !walk && <ErrorState error={error} onRetry={() => void refetch()} />}
      {walk && (
        <div className="grid w-full max-w-250 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="lg:order-2">
            <Card title="About this walk">
              <dl className="flex flex-col gap-3">
                <Fact label="Customer">
                  <Link
                    to="/projects/$projectId/customers/$customerId"
                    params={{ projectId, customerId: walk.customerId }}
                    className={linkClass}
                  >
                    {walk.customerName}
                  </Link>
                </Fact>
                <Fact label="Scenario">
                  <Link
                    to="/projects/$projectId/scenarios/$scenarioId"
                    params={{ projectId, scenarioId: walk.scenarioId }}
                    className={linkClass}
                  >
                    {walk.scenarioName}
                  </Link>
                  , version {walk.versionNumber}
                </Fact>
                <Fact label="Began">
                  {formatTime(walk.startedAt)}
                  {walk.late && <span className="block text-ink-muted">{describeLate(walk.late)}</span>}
                </Fact>
                <Fact label="Entered by">{describeBegin(walk)}</Fact>
                <Fact label="Where">{describePlace(walk)}</Fact>
              </dl>
            </Card>
          </div>
          <Card title="Step by step">
            <WalkTimeline projectId={projectId} walk={walk} />
          </Card>
        </div>
      )}
    </Page>
  );
}
