import { usualCampaignEvent, type ScenarioNode } from '@curlew/scenario';
import type { MessageFacts } from './facts.ts';

/** What a campaign event says of one message, by the names of the product's event. */
export interface CampaignEvent {
  readonly action_type: 'sms';
  readonly status: string;
  readonly campaign_id: string;
  readonly campaign_name: string;
  readonly action_id: number;
  readonly action_name: string;
  readonly [property: string]: unknown;
}

export interface CampaignSource {
  readonly scenarioId: string;
  readonly scenarioName: string;
  readonly node: ScenarioNode;
  /** What the events of this message say besides; what Curlew says itself comes first. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The type that campaign events are written under. */
export const campaignEventType = ({
  campaignEvent = usualCampaignEvent,
}: Pick<MessageFacts, 'campaignEvent'>): string => campaignEvent;

/** The event of a message that has come to `status`; `details` are the properties that go with it. */
export const createCampaignEvent = (
  { scenarioId, scenarioName, node, properties }: CampaignSource,
  status: string,
  details: Readonly<Record<string, unknown>>,
): CampaignEvent => ({
  ...properties,
  action_type: 'sms',
  status,
  campaign_id: scenarioId,
  campaign_name: scenarioName,
  action_id: node.number,
  action_name: node.name,
  ...(node.kind === 'sms' ? { consent_category: node.settings.consentCategoryId ?? 'general' } : {}),
  ...details,
});
