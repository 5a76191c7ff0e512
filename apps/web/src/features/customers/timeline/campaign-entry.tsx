import type { ListedEvent } from '@curlew/contract';
import { Link } from '@tanstack/react-router';
import { StatusPill } from '../../../ui/status-pill.tsx';
import type { CampaignProperties } from './campaign-event.ts';
import { lookOfStatus } from './campaign-status.ts';
import { describeDelivery, findMessageText, findReason } from './describe-campaign.ts';
import { EventProperties } from './event-properties.tsx';
import { TimelineEntry } from './timeline-entry.tsx';

interface CampaignEntryProps {
  readonly projectId: string;
  readonly event: ListedEvent;
  readonly campaign: CampaignProperties;
  /** The text is shown here, and not at an older event of the same message. */
  readonly showsText: boolean;
}

/** What became of a message: the status, the scenario, and either the text or why it did not leave. */
export function CampaignEntry({ projectId, event, campaign, showsText }: CampaignEntryProps) {
  const { word, tone, icon: Icon } = lookOfStatus(campaign.status);
  const { campaign_id: scenarioId, campaign_name: scenarioName, action_name: actionName } = campaign;
  const text = showsText ? findMessageText(campaign) : null;
  const reason = findReason(campaign);
  const delivery = describeDelivery(campaign);
  return (
    <TimelineEntry
      icon={Icon}
      tone={tone}
      at={event.timestamp}
      title={
        <>
          <StatusPill tone={tone}>{word}</StatusPill>
          {campaign.is_test && <StatusPill tone="neutral">Test</StatusPill>}
          {scenarioId && scenarioName ? (
            <Link
              to="/projects/$projectId/scenarios/$scenarioId"
              params={{ projectId, scenarioId }}
              className="min-w-0 truncate rounded-control font-medium text-ink underline-offset-2 hover:underline"
            >
              {scenarioName}
            </Link>
          ) : (
            <span className="font-medium">{scenarioName ?? 'A message'}</span>
          )}
          {actionName && actionName !== scenarioName && <span className="text-ink-muted">{actionName}</span>}
        </>
      }
    >
      {event.messageStatus === 'sending' && (
        <p className="text-13 text-ink-muted">Being sent: the operator has not answered yet.</p>
      )}
      {event.messageStatus === 'unknown' && (
        <p className="text-13 text-ink-muted">
          <span className="font-medium text-ink">Unknown</span>: nobody can say whether it was sent.{' '}
          <Link
            to="/projects/$projectId/outbox"
            params={{ projectId }}
            className="rounded-control underline underline-offset-2 hover:text-ink"
          >
            Show the outbox
          </Link>
        </p>
      )}
      {reason && (
        <p className="text-13 text-ink-muted">
          <span className="font-medium text-ink">{reason.label}</span>
          {reason.sentence && <>: {reason.sentence}</>}{' '}
          {reason.code && <span className="font-mono text-12 text-ink-faint">{reason.code}</span>}
        </p>
      )}
      {text !== null && (
        <p
          dir="auto"
          className="w-fit max-w-120 rounded-card rounded-tl-none border bg-surface-sunken px-3 py-2 text-13 break-words whitespace-pre-wrap"
        >
          {text}
        </p>
      )}
      {showsText && delivery !== '' && <p className="text-12 text-ink-faint">{delivery}</p>}
      {campaign.url && <p className="truncate font-mono text-12 text-ink-muted">{campaign.url}</p>}
      {(showsText || reason) && <EventProperties properties={event.properties} />}
    </TimelineEntry>
  );
}
