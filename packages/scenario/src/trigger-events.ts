import type { ScenarioDocument } from './document.ts';
import { reachableFrom } from './graph.ts';

/** The types of the events that can bring a customer to a node: those of the On event triggers that lead there. */
export const triggerEventsOf = (document: ScenarioDocument, nodeId: string): string[] => {
  const events = document.nodes.flatMap((node) => {
    if (node.kind !== 'on_event' || node.settings.event.trim() === '') return [];
    return reachableFrom(document, [node.id]).has(nodeId) ? [node.settings.event.trim()] : [];
  });
  return [...new Set(events)];
};
