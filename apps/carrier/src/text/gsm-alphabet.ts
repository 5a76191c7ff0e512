// GSM 03.38 as seen from the carrier's side (3GPP TS 23.038, 6.2.1), typed in here and shared with nobody on purpose:
// the sending side counts with a table of its own, and a slip in one of the two shows as a difference in parts.

const defaultAlphabet =
  '@£$¥èéùìòÇ\nØø\rÅå' +
  'Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ' +
  ' !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§' +
  '¿abcdefghijklmnopqrstuvwxyzäöñüà';

const extensionTable = '\f^{}\\[~]|€';

function tabulate(): Uint8Array {
  const septets = new Uint8Array(0x10000);
  for (const character of defaultAlphabet) septets[character.charCodeAt(0)] = 1;
  for (const character of extensionTable) septets[character.charCodeAt(0)] = 2;
  return septets;
}

const septetsByUnit = tabulate();

/** Septets a UTF-16 unit takes in GSM 03.38: 1, 2 (behind an escape), or 0 where the alphabet lacks it. */
export function septetsOf(unit: number): number {
  return septetsByUnit[unit] ?? 0;
}
