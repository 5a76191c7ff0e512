import {
  Ban,
  CheckCheck,
  CircleHelp,
  CircleX,
  Clock,
  type LucideIcon,
  MousePointerClick,
  OctagonX,
  Reply,
  Send,
} from 'lucide-react';
import type { Tone } from '../../../ui/tone.ts';

interface StatusLook {
  readonly word: string;
  readonly tone: Tone;
  readonly icon: LucideIcon;
  /** Nothing more is to be heard of a message in this status. */
  readonly isFinal: boolean;
  /** The message did not leave: `message` of the event says why, and is not what was to be sent. */
  readonly isRefusal: boolean;
}

const looks = {
  enqueued: { word: 'Enqueued', tone: 'neutral', icon: Clock, isFinal: false, isRefusal: false },
  enqueue_failed: { word: 'Enqueue failed', tone: 'bad', icon: CircleX, isFinal: true, isRefusal: true },
  suppressed: { word: 'Suppressed', tone: 'warn', icon: Ban, isFinal: true, isRefusal: true },
  sent: { word: 'Sent', tone: 'accent', icon: Send, isFinal: false, isRefusal: false },
  delivered: { word: 'Delivered', tone: 'good', icon: CheckCheck, isFinal: true, isRefusal: false },
  failed: { word: 'Failed', tone: 'bad', icon: CircleX, isFinal: true, isRefusal: false },
  rejected: { word: 'Rejected', tone: 'bad', icon: OctagonX, isFinal: true, isRefusal: false },
  clicked: { word: 'Clicked', tone: 'good', icon: MousePointerClick, isFinal: true, isRefusal: false },
  incoming_message: {
    word: 'Incoming message',
    tone: 'accent',
    icon: Reply,
    isFinal: true,
    isRefusal: false,
  },
} as const satisfies Readonly<Record<string, StatusLook>>;

const isKnown = (status: string): status is keyof typeof looks => Object.hasOwn(looks, status);

/** How a status of a campaign event is shown; one of a newer server is shown by its own name. */
export const lookOfStatus = (status: string): StatusLook =>
  isKnown(status)
    ? looks[status]
    : { word: status, tone: 'neutral', icon: CircleHelp, isFinal: true, isRefusal: false };
