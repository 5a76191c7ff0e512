import { undecided } from '@curlew/contract';
import { describeRefusalType } from '@curlew/engine';
import { formatCount } from '../../../lib/format-number.ts';
import { formatLanguage } from '../../../lib/format-place.ts';
import type { CampaignProperties } from './campaign-event.ts';
import { lookOfStatus } from './campaign-status.ts';

interface Reason {
  /** A short label: "Message too long". */
  readonly label: string;
  /** The whole sentence, where there is one. */
  readonly sentence: string | null;
  /** As it stands in the data, to search for. */
  readonly code: string | null;
}

/** Why a message was refused or did not arrive; null where nothing went wrong. */
export const findReason = (campaign: CampaignProperties): Reason | null => {
  const { status, type, message, error, status_code: statusCode } = campaign;
  if (lookOfStatus(status).isRefusal)
    return {
      label: describeRefusalType(type ?? 'No reason given'),
      sentence: message,
      code: type,
    };
  if (error === null && (statusCode === null || status === 'sent' || status === 'delivered')) return null;
  // The operator said nothing, and a person decided.
  if (error?.startsWith(undecided) === true)
    return { label: undecided.replace(/: $/, ''), sentence: error.slice(undecided.length), code: null };
  // Where the operator's own words have the code in them, it need not stand there twice.
  const isCodeSaid = statusCode !== null && error?.split(/\W+/).includes(statusCode) === true;
  return { label: 'The operator said', sentence: error, code: isCodeSaid ? null : statusCode };
};

/** What was sent, or would have been; null where the event does not tell. */
export const findMessageText = ({ status, message }: CampaignProperties): string | null =>
  lookOfStatus(status).isRefusal ? null : message;

/** "From HeronReed to +48490000118, Unicode, 2 parts, Polish", as far as it is known. */
export const describeDelivery = (campaign: CampaignProperties): string => {
  const { sender, recipient, encoding, message_parts: parts, language } = campaign;
  const way = [sender ? `from ${sender}` : '', recipient ? `to ${recipient}` : ''].filter(Boolean).join(' ');
  const words = [
    way,
    encoding === 'UCS-2' ? 'Unicode' : (encoding ?? ''),
    parts === null ? '' : formatCount(parts, 'part'),
    language ? formatLanguage(language) : '',
  ];
  const line = words.filter((word) => word !== '').join(', ');
  return line.charAt(0).toUpperCase() + line.slice(1);
};

/**
 * The ids of the events that show the text of their message: the newest of each message. The older ones of it would only
 * repeat it.
 */
export const findTextBearers = (
  events: readonly { readonly id: string; readonly campaign: CampaignProperties | null }[],
): ReadonlySet<string> => {
  const bearers = new Map<string, string>();
  for (const { id, campaign } of events) {
    if (!campaign || findMessageText(campaign) === null) continue;
    const message = campaign.message_id ?? id;
    if (!bearers.has(message)) bearers.set(message, id);
  }
  return new Set(bearers.values());
};
