/** The parts of a project's settings, as their addresses name them. */
export const settingsSections = [
  { value: 'messages', label: 'Messages' },
  { value: 'senders', label: 'Senders' },
  { value: 'policies', label: 'Frequency policies' },
  { value: 'prices', label: 'Prices' },
] as const;

export type SettingsSection = (typeof settingsSections)[number]['value'];

/** `?section=...`; anything else opens the first one. */
export const readSettingsAddress = (
  search: Readonly<Record<string, unknown>>,
): { section?: SettingsSection } => {
  const found = settingsSections.find(({ value }) => value === search['section']);
  return found ? { section: found.value } : {};
};
