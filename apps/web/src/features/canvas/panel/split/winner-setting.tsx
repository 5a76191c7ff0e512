import type { SplitSettings } from '@curlew/scenario';
import { ChoiceSetting } from '../fields/choice-setting.tsx';
import { DurationSetting } from '../fields/duration-setting.tsx';
import { EventSetting } from '../fields/event-setting.tsx';
import { SwitchSetting } from '../fields/switch-setting.tsx';

interface WinnerSettingProps {
  readonly winner: SplitSettings['winner'];
}

const firstWinner: NonNullable<SplitSettings['winner']> = {
  after: { amount: 1, unit: 'days' },
  by: 'click_rate',
  event: '',
};

const byOptions = [
  { value: 'click_rate', label: 'Click rate' },
  { value: 'event', label: 'An event' },
] as const;

/** Whether everyone takes the best variant after a test, and what makes it the best. */
export function WinnerSetting({ winner }: WinnerSettingProps) {
  return (
    <>
      <SwitchSetting
        path="winner"
        label="Choose a winner"
        isOn={winner !== null}
        hint="After the test everyone who comes takes the variant that did best."
        valueOf={(isOn) => (isOn ? firstWinner : null)}
      />
      {winner !== null && (
        <>
          <DurationSetting
            path="winner.after"
            label="Test for"
            value={winner.after}
            hint="From the first customer of a run on."
          />
          <ChoiceSetting
            path="winner.by"
            label="Best by"
            look="segments"
            options={byOptions}
            value={winner.by}
          />
          {winner.by === 'event' && (
            <EventSetting
              path="winner.event"
              label="Event that decides"
              value={winner.event}
              hint="Counted when it happens after the split."
            />
          )}
        </>
      )}
    </>
  );
}
