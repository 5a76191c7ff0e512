import { readText } from '../../lib/read-text.ts';

/** The parts of a project's settings, as their addresses name them. */
export const settingsSections = [
  { value: 'messages', label: 'Messages' },
  { value: 'senders', label: 'Senders' },
  { value: 'policies', label: 'Frequency policies' },
  { value: 'us-numbers', label: 'US numbers' },
  { value: 'providers', label: 'Providers' },
  { value: 'prices', label: 'Prices' },
  { value: 'campaign-events', label: 'Campaign events' },
] as const;

export type SettingsSection = (typeof settingsSections)[number]['value'];

interface SettingsAddress {
  readonly section?: SettingsSection;
  /** Whose prices are to be seen. */
  readonly integration?: string;
}

/** `?section=...`; anything else opens the first one. `&integration=...` chooses one there. */
export const readSettingsAddress = (search: Readonly<Record<string, unknown>>): SettingsAddress => {
  const found = settingsSections.find(({ value }) => value === search['section']);
  const integration = readText(search['integration']);
  return {
    ...(found ? { section: found.value } : {}),
    ...(integration === '' ? {} : { integration }),
  };
};
