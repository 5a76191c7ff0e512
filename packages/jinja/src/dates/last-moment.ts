/**
 * The last moment a date may be, in milliseconds since 1970, and with a minus sign the first: a year within those JavaScript can
 * hold, so that every zone's clock and the beginning of every year can still be shown.
 */
export const lastMoment = 8_640_000_000_000_000 - 366 * 86_400_000;
