import type { SmsSettings } from '@curlew/scenario';

/** The settings with another message in one language version. */
export const changeMessage = (settings: SmsSettings, index: number, message: string): SmsSettings => ({
  ...settings,
  versions: settings.versions.map((version, at) => (at === index ? { ...version, message } : version)),
});
