import type { Integration } from '@curlew/contract';
import { Link } from '@tanstack/react-router';
import { PencilLine, Trash2 } from 'lucide-react';
import { formatCount } from '../../../lib/format-number.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { StatusPill } from '../../../ui/status-pill.tsx';
import { TroubleNote } from '../../../ui/trouble-note.tsx';
import { CallbackAddress } from './callback-address.tsx';
import { CheckConnection } from './check-connection.tsx';
import { formOf } from './integration-draft.ts';
import { UnreadNote } from './unread-note.tsx';

interface IntegrationRowProps {
  readonly projectId: string;
  readonly integration: Integration;
  /** Null: it has none. */
  readonly fallbackName: string | null;
  readonly mayChange: boolean;
  readonly onMakeDefault: () => void;
  readonly onChange: () => void;
  readonly onDelete: () => void;
}

/** One connection with an operator, and what can be done with it. */
export function IntegrationRow(props: IntegrationRowProps) {
  const { projectId, integration, fallbackName, mayChange } = props;
  const { onMakeDefault, onChange, onDelete } = props;
  const {
    id,
    name,
    provider,
    isBuiltIn,
    isDefault,
    ratePerSecond,
    rateUnit,
    hasPrices,
    callbackUrl,
    hasEarlierCallbackUrls,
    trouble,
    lastReportAt,
    unreadCalls,
  } = integration;
  const { title, callbackHint } = formOf(isBuiltIn ? 'built_in' : provider);
  return (
    <li aria-label={name} className="flex flex-col gap-2 py-3 pr-2 pl-3">
      <div className="flex items-start gap-3">
        <div className="flex min-w-0 flex-1 flex-col gap-0.5">
          <div className="flex flex-wrap items-center gap-2">
            <span className="min-w-0 text-13 font-medium wrap-anywhere text-ink">{name}</span>
            {isDefault && <StatusPill tone="accent">Default</StatusPill>}
            {isBuiltIn && <StatusPill tone="neutral">Built-in</StatusPill>}
          </div>
          <p className="text-12 text-ink-muted tabular-nums">
            {isBuiltIn ? 'For trials: nothing leaves the server' : title}
            {' · '}
            {formatCount(ratePerSecond, rateUnit === 'parts' ? 'part' : 'message')} per second{' · '}
            <Link
              from="/projects/$projectId/settings"
              to="."
              search={{ section: 'prices', integration: id }}
              aria-label={`${hasPrices ? 'Prices' : 'No prices yet'}: ${name}`}
              className="rounded-control underline underline-offset-2 hover:no-underline"
            >
              {hasPrices ? 'Prices' : 'No prices yet'}
            </Link>
          </p>
          {fallbackName !== null && (
            <p className="text-12 wrap-anywhere text-ink-muted">Fallback: {fallbackName}</p>
          )}
          <p className="text-12 text-ink-muted">
            {lastReportAt === null ? (
              'No report yet'
            ) : (
              <>
                Last report <RelativeTime at={lastReportAt} />
              </>
            )}
          </p>
        </div>
        {mayChange && (
          <div className="flex shrink-0">
            <IconButton label={`Change ${name}`} size="small" icon={<PencilLine />} onClick={onChange} />
            <IconButton label={`Delete ${name}`} size="small" icon={<Trash2 />} onClick={onDelete} />
          </div>
        )}
      </div>
      {trouble && <TroubleNote name={name} {...trouble} />}
      {unreadCalls && <UnreadNote {...unreadCalls} />}
      {mayChange && callbackUrl !== null && (
        <CallbackAddress
          name={name}
          url={callbackUrl}
          hint={callbackHint}
          isChanged={hasEarlierCallbackUrls}
        />
      )}
      {mayChange && (
        <CheckConnection projectId={projectId} integration={integration}>
          {!isDefault && (
            <Button size="small" aria-label={`Make default: ${name}`} onClick={onMakeDefault}>
              Make default
            </Button>
          )}
        </CheckConnection>
      )}
    </li>
  );
}
