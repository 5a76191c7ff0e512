/** What the log calls it that somebody asked whether an integration is right. */
export const checkAction = 'integration.check';
