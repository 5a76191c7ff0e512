import type { NodeFamily, NodeKind } from '@curlew/scenario';
import {
  CalendarClock,
  CalendarHeart,
  Filter,
  Gauge,
  Hourglass,
  type LucideIcon,
  MessageSquareText,
  Moon,
  Play,
  Plug,
  Repeat,
  ShieldCheck,
  Split,
  Tag,
  Webhook,
  Zap,
  Activity,
} from 'lucide-react';

export const kindIcons: { readonly [K in NodeKind]: LucideIcon } = {
  now: Play,
  on_date: CalendarClock,
  repeat: Repeat,
  on_event: Zap,
  date_attribute: CalendarHeart,
  api: Plug,
  condition: Filter,
  wait: Hourglass,
  silent_hours: Moon,
  split: Split,
  limit: Gauge,
  sms: MessageSquareText,
  webhook: Webhook,
  set_attribute: Tag,
  track_event: Activity,
  change_consent: ShieldCheck,
};

/** In the order of the palette. */
export const families: readonly NodeFamily[] = ['trigger', 'flow', 'message', 'data'];

export const familyTitles: { readonly [F in NodeFamily]: string } = {
  trigger: 'Triggers',
  flow: 'Flow',
  message: 'Messages',
  data: 'Data',
};

/** The square behind a node's icon. */
export const familyTileClasses: { readonly [F in NodeFamily]: string } = {
  trigger: 'bg-trigger-wash text-trigger',
  flow: 'bg-flow-wash text-flow',
  message: 'bg-message-wash text-message',
  data: 'bg-data-wash text-data',
};
