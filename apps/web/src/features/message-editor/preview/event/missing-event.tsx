import { Banner } from '../../../../ui/banner.tsx';
import { Button } from '../../../../ui/button.tsx';

interface MissingEventProps {
  /** The types of the events that can bring a customer here. */
  readonly triggerEvents: readonly string[];
  /** Leads to where one is chosen; left out where that is in sight. */
  readonly onChoose?: (() => void) | undefined;
}

/** Why nothing of a message can be shown yet that reads an event. */
export function MissingEvent({ triggerEvents, onChoose }: MissingEventProps) {
  if (triggerEvents.length === 0) {
    return (
      <Banner kind="warning">
        The message reads <code>event</code>, and nothing before it gives one: begin the scenario with “On
        event”, or leave <code>event</code> out.
      </Banner>
    );
  }
  return (
    <Banner kind="info">
      The message reads the event that brings customers here ({triggerEvents.join(', ')}). Choose one to see
      what they would read.
      {onChoose && (
        <span className="mt-2 block">
          <Button size="small" onClick={onChoose}>
            Choose an event
          </Button>
        </span>
      )}
    </Banner>
  );
}
