import { EventSetting } from '../fields/event-setting.tsx';
import { ReentrySetting } from '../fields/reentry-setting.tsx';
import { WhereSetting } from '../filter/where-setting.tsx';
import type { KindPanelProps } from './kind-panel-props.ts';

export function OnEventPanel({ settings }: KindPanelProps<'on_event'>) {
  const { event, where, reentry } = settings;
  return (
    <>
      <EventSetting path="event" value={event} />
      <WhereSetting path="where" event={event} value={where} />
      <ReentrySetting value={reentry} />
    </>
  );
}
