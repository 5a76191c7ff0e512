import { usualCampaignEvent, type ScenarioDocument, type ScenarioIssue } from '@curlew/scenario';

/** Where a document tracks events under a name that its project's campaign events have or had. */
export const findTakenEventIssues = (
  { nodes }: ScenarioDocument,
  campaignEvents: readonly string[],
): ScenarioIssue[] =>
  nodes.flatMap((node): ScenarioIssue[] => {
    if (node.kind !== 'track_event') return [];
    const event = node.settings.event.trim();
    // The usual name is a problem of the node in any project.
    if (event === usualCampaignEvent || !campaignEvents.includes(event)) return [];
    const message = `Events named “${event}” are campaign events of the project: choose another name`;
    return [{ code: 'event_reserved', severity: 'error', nodeId: node.id, field: 'event', message }];
  });
