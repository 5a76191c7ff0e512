import { optionsOfProperties, propertiesOf } from '../data/known-property.ts';
import { useData } from '../data/use-data.ts';
import { EventSetting } from '../fields/event-setting.tsx';
import { NamedValuesSetting } from '../fields/named-values-setting.tsx';
import { SwitchSetting } from '../fields/switch-setting.tsx';
import type { KindPanelProps } from './kind-panel-props.ts';

export function TrackEventPanel({ settings }: KindPanelProps<'track_event'>) {
  const { event, properties, mayTrigger } = settings;
  const { data } = useData();
  const known = propertiesOf(data, event);
  return (
    <>
      <EventSetting path="event" value={event} />
      <NamedValuesSetting
        path="properties"
        label="Properties"
        noun="property"
        values={properties}
        options={optionsOfProperties(known)}
        typeOf={(name) => known.find((one) => one.name === name)?.type}
        hint={
          properties.length === 0
            ? 'The event is tracked without properties.'
            : 'Values are templates. A value of nothing leaves the property out.'
        }
      />
      <SwitchSetting
        path="mayTrigger"
        label="May start scenarios"
        isOn={mayTrigger}
        hint="Scenarios that wait for this event, or begin with it, take it as any other."
      />
    </>
  );
}
