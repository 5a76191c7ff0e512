import type { Walk, WalkStep } from '@curlew/contract';
import { type NodeFamily, nodeKinds } from '@curlew/scenario';
import { Link } from '@tanstack/react-router';
import { CircleCheck, Database, MapPin, MessageSquareText, OctagonX, Waypoints, Zap } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { StatusPill } from '../../../ui/status-pill.tsx';
import { describeWaiting } from '../walk-words.ts';
import { EarlierSteps } from './earlier-steps.tsx';
import { useWalkSteps } from './use-walk-steps.ts';
import { WalkEntry } from './walk-entry.tsx';
import { WalkMessage } from './walk-message.tsx';

const icons: { readonly [F in NodeFamily]: LucideIcon } = {
  trigger: Zap,
  flow: Waypoints,
  message: MessageSquareText,
  data: Database,
};

const iconOf = (kind: string | null): LucideIcon => {
  const known = Object.values(nodeKinds).find((description) => description.kind === kind);
  return known ? icons[known.family] : Waypoints;
};

interface NodeLinkProps {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly nodeId: string | null;
  readonly name: string;
}

function NodeLink({ projectId, scenarioId, nodeId, name }: NodeLinkProps) {
  if (nodeId === null) return <span className="text-ink-muted">{name}</span>;
  return (
    <Link
      to="/projects/$projectId/scenarios/$scenarioId"
      params={{ projectId, scenarioId }}
      search={{ node: nodeId }}
      className="rounded-control text-ink underline-offset-2 hover:underline"
    >
      {name}
    </Link>
  );
}

// Where the walk was ended at a node that was not left, the last step does not say so.
const endOf = ({ state, ending, steps }: Walk): string | null =>
  state === 'ended' && steps.at(-1)?.output !== null ? ending : null;

interface WalkTimelineProps {
  readonly projectId: string;
  readonly walk: Walk;
}

/** The way of a customer from the trigger on, each step with what decided it, down to where they stand. */
export function WalkTimeline({ projectId, walk }: WalkTimelineProps) {
  const { scenarioId, state, nodeId, nodeName, since } = walk;
  const shown = useWalkSteps(projectId, walk);
  const { steps, messages, refusals } = shown;
  const end = endOf(walk);
  const linkTo = (step: Pick<WalkStep, 'nodeId' | 'nodeName'>) => (
    <NodeLink projectId={projectId} scenarioId={scenarioId} nodeId={step.nodeId} name={step.nodeName} />
  );
  return (
    <>
      {walk.earlierSteps > 0 && <EarlierSteps {...shown} />}
      <ol aria-label="Steps">
        {steps.map((step) => (
          <WalkEntry
            key={step.visit}
            icon={step.output === null ? OctagonX : iconOf(step.kind)}
            tone={step.output === null ? 'warn' : 'neutral'}
            at={step.at}
            title={
              <>
                {linkTo(step)}
                {step.outputLabel !== '' && <StatusPill tone="neutral">{step.outputLabel}</StatusPill>}
              </>
            }
          >
            {step.words !== '' && <p className="text-13 break-words text-ink-muted">{step.words}</p>}
            {refusals
              .filter(({ visit }) => visit === step.visit)
              .map(({ message }) => (
                <p key={message} className="text-12 break-words text-ink-muted">
                  {message}
                </p>
              ))}
            {messages
              .filter(({ visit }) => visit === step.visit)
              .map((message) => (
                <WalkMessage key={message.id} message={message} />
              ))}
          </WalkEntry>
        ))}
        {state === 'inside' && (
          <WalkEntry
            icon={MapPin}
            tone="accent"
            at={since}
            title={
              <>
                {linkTo({ nodeId, nodeName })}
                <StatusPill tone="accent">Here now</StatusPill>
              </>
            }
          >
            <p className="text-13 text-ink-muted">
              {describeWaiting(walk) ?? 'On the way: goes on in a moment'}
            </p>
          </WalkEntry>
        )}
        {end !== null && (
          <WalkEntry icon={OctagonX} tone="warn" at={null} title={linkTo({ nodeId, nodeName })}>
            <p className="text-13 text-ink-muted">{end}</p>
          </WalkEntry>
        )}
        {state === 'finished' && (
          <WalkEntry icon={CircleCheck} tone="good" at={null} title="Came to the end of their way" />
        )}
      </ol>
    </>
  );
}
