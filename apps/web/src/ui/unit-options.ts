import { durationUnits } from '@curlew/scenario';

/** What a length of time is counted in. */
export const unitOptions = durationUnits.map((unit) => ({ value: unit, label: unit }));
