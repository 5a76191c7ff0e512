import { useState } from 'react';
import { Banner } from '../../../../ui/banner.tsx';
import { Field } from '../../../../ui/field.tsx';
import { Segmented } from '../../../../ui/segmented.tsx';
import { Select } from '../../../../ui/select.tsx';
import { PastEvents } from './past-events.tsx';
import { nothingChosen, useChosenEvent, usePreviewEventStore } from './preview-event-store.ts';
import { TypedEvent } from './typed-event.tsx';

interface EventSectionProps {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly customer: { readonly id: string; readonly name: string };
  readonly triggerEvents: readonly string[];
}

const sources = [
  { value: 'customer', label: 'Theirs' },
  { value: 'anyone', label: "Anyone's" },
  { value: 'typed', label: 'Typed' },
] as const;

/** Which event brought the customer here: one that happened, or one that is typed. */
export function EventSection({ projectId, scenarioId, customer, triggerEvents }: EventSectionProps) {
  const chosen = usePreviewEventStore(({ byScenario }) => byScenario[scenarioId] ?? nothingChosen);
  const change = usePreviewEventStore((state) => state.change);
  const event = useChosenEvent(scenarioId, triggerEvents);
  const [type, setType] = useState(event?.type ?? triggerEvents[0] ?? '');
  const { source, owner } = chosen;

  return (
    <section aria-label="Event" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-13 font-semibold text-ink">Event</h3>
        <Segmented
          size="small"
          aria-label="Whose event"
          options={sources}
          value={source}
          onChange={(next) => change(scenarioId, { source: next })}
        />
      </div>
      {triggerEvents.length > 1 && (
        <Field label="Event type">
          <Select
            options={triggerEvents.map((one) => ({ value: one, label: one }))}
            value={type}
            onChange={setType}
          />
        </Field>
      )}
      {!event && (
        <Banner kind="info">
          The event {type} brings customers here. Until you choose one, <code>event</code> is missing in the
          message.
        </Banner>
      )}
      {event && owner && owner.id !== customer.id && (
        <Banner kind="info">
          The preview still shows the {event.type} of {owner.name}, until you choose another.
        </Banner>
      )}
      {source === 'typed' ? (
        <TypedEvent
          key={type}
          type={type}
          text={chosen.text}
          example={event?.properties ?? {}}
          onChange={(text, typed) => change(scenarioId, { text, event: typed, owner: null })}
        />
      ) : (
        <PastEvents
          projectId={projectId}
          customer={customer}
          type={type}
          source={source}
          chosenId={event?.id ?? null}
          onChoose={(past) =>
            change(scenarioId, { event: past, owner: source === 'customer' ? customer : null })
          }
        />
      )}
    </section>
  );
}
