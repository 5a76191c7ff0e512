import type { CustomerEvent } from '@curlew/contract';
import { create } from 'zustand';

/** An event as a template is shown it. */
export type PreviewEvent = Pick<CustomerEvent, 'type' | 'timestamp' | 'properties'> & {
  /** Null where it was typed. */
  readonly id: string | null;
};

export type EventSource = 'customer' | 'anyone' | 'typed';

interface ScenarioEvent {
  readonly source: EventSource;
  /** Null: none is chosen. */
  readonly event: PreviewEvent | null;
  /** Whose it is, where it was chosen as their own. */
  readonly owner: { readonly id: string; readonly name: string } | null;
  /** What stands in the field for a typed one; null: nothing was typed yet. */
  readonly text: string | null;
}

interface PreviewEventState {
  readonly byScenario: Readonly<Record<string, ScenarioEvent>>;
  readonly change: (scenarioId: string, change: Partial<ScenarioEvent>) => void;
}

export const nothingChosen: ScenarioEvent = { source: 'customer', event: null, owner: null, text: null };

/** The event that messages of a scenario are previewed for; remembered while the page is open. */
export const usePreviewEventStore = create<PreviewEventState>()((set) => ({
  byScenario: {},
  change: (scenarioId, change) =>
    set(({ byScenario }) => ({
      byScenario: {
        ...byScenario,
        [scenarioId]: { ...(byScenario[scenarioId] ?? nothingChosen), ...change },
      },
    })),
}));

/** The chosen event, as long as its type still leads to the message. */
export const useChosenEvent = (scenarioId: string, triggerEvents: readonly string[]): PreviewEvent | null => {
  const event = usePreviewEventStore(({ byScenario }) => byScenario[scenarioId]?.event ?? null);
  return event && triggerEvents.includes(event.type) ? event : null;
};
