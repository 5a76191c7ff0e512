import type { NodeKind } from '@curlew/scenario';
import type { ReactNode } from 'react';
import { ApiPanel } from './api-panel.tsx';
import { ChangeConsentPanel } from './change-consent-panel.tsx';
import { ConditionPanel } from './condition-panel.tsx';
import { DateAttributePanel } from './date-attribute-panel.tsx';
import type { KindPanelProps } from './kind-panel-props.ts';
import { LimitPanel } from './limit-panel.tsx';
import { NowPanel } from './now-panel.tsx';
import { OnDatePanel } from './on-date-panel.tsx';
import { OnEventPanel } from './on-event-panel.tsx';
import { RepeatPanel } from './repeat-panel.tsx';
import { SetAttributePanel } from './set-attribute-panel.tsx';
import { SilentHoursPanel } from './silent-hours-panel.tsx';
import { SplitPanel } from './split-panel.tsx';
import { TrackEventPanel } from './track-event-panel.tsx';
import { WaitPanel } from './wait-panel.tsx';
import { WebhookPanel } from './webhook-panel.tsx';

/** Kinds whose panel is here; an SMS node has an editor of its own. */
export type PanelKind = Exclude<NodeKind, 'sms'>;

/** The panel of every kind; a kind that is missing here does not compile. */
export const kindPanels: { readonly [K in PanelKind]: (props: KindPanelProps<K>) => ReactNode } = {
  now: NowPanel,
  on_date: OnDatePanel,
  repeat: RepeatPanel,
  on_event: OnEventPanel,
  date_attribute: DateAttributePanel,
  api: ApiPanel,
  condition: ConditionPanel,
  wait: WaitPanel,
  silent_hours: SilentHoursPanel,
  split: SplitPanel,
  limit: LimitPanel,
  webhook: WebhookPanel,
  set_attribute: SetAttributePanel,
  track_event: TrackEventPanel,
  change_consent: ChangeConsentPanel,
};
