/** The type of a project's campaign events, as long as it names them nothing else. */
export const usualCampaignEvent = 'campaign';
