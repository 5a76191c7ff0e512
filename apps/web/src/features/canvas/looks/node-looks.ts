import type { NodeFamily, NodeKind } from '@curlew/scenario';
import { type LucideIcon, MessageSquareText, Play } from 'lucide-react';

export const kindIcons: { readonly [K in NodeKind]: LucideIcon } = {
  now: Play,
  sms: MessageSquareText,
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
