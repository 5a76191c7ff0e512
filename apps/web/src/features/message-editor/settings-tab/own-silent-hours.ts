import { type MessageDefaults, nodeKinds, type SilentHoursSettings } from '@curlew/scenario';

/** Where silent hours of a message's own begin: at the project's, else at the usual night. */
export const ownSilentHours = ({ silentHours }: MessageDefaults): SilentHoursSettings =>
  silentHours ?? nodeKinds.silent_hours.defaults();
