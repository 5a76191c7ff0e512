/** CM's own zone: its times without a zone are in CET or CEST. */
const zone = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `yyyy-MM-ddTHH:mm:ss` on CM's clock, as in its status reports. */
export function formatCmTime(at: number): string {
  return zone.format(at).replace(' ', 'T');
}

/** Epoch milliseconds of `yyyy-MM-ddTHH:mm:ss` on CM's clock; NaN when it is no time. */
export function readCmTime(local: string): number {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return asUtc;
  return asUtc - (Date.parse(`${formatCmTime(asUtc)}Z`) - asUtc);
}
