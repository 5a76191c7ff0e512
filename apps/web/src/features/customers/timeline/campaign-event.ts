import type { CustomerEvent } from '@curlew/contract';
import { z } from 'zod';

// A property that is missing or of another make is as good as none; only the status must be there.
const text = z.string().min(1).nullable().catch(null);

const campaignPropertiesSchema = z.object({
  status: z.string(),
  campaign_id: text,
  campaign_name: text,
  action_name: text,
  recipient: text,
  sender: text,
  language: text,
  message: text,
  message_parts: z.number().nullable().catch(null),
  encoding: text,
  message_id: text,
  type: text,
  error: text,
  status_code: text,
  url: text,
  is_test: z.boolean().catch(false),
});

export type CampaignProperties = z.infer<typeof campaignPropertiesSchema>;

/** The properties of a campaign event; null for any other event, and for one that others wrote in another shape. */
export const readCampaignEvent = ({ isCampaign, properties }: CustomerEvent): CampaignProperties | null => {
  if (!isCampaign) return null;
  const parsed = campaignPropertiesSchema.safeParse(properties);
  return parsed.success ? parsed.data : null;
};
