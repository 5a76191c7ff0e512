import type { ScenarioDocument } from '@curlew/scenario';

/** The event that a drawing is most likely to be tried with: what starts it, else what it waits for. */
export const suggestEvent = ({ nodes }: ScenarioDocument): string => {
  const starts = nodes.find((node) => node.kind === 'on_event');
  const waits = nodes.find((node) => node.kind === 'wait' && node.settings.mode === 'event');
  const found = starts ?? waits;
  if (found?.kind === 'on_event' || found?.kind === 'wait') return found.settings.event.trim();
  return '';
};
