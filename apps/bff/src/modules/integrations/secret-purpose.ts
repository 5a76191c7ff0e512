/** What the secrets of an integration are sealed for: in another row they do not open. */
export const secretPurpose = (integrationId: string): string => `integration ${integrationId}`;
