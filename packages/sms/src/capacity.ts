import type { Encoding } from './encoding.ts';

const USER_DATA_OCTETS = 140;
const USER_DATA_SEPTETS = 160;

/** The concatenation header in use: `8-bit` (element 00) or `16-bit` (element 08) message reference. */
export type Reference = '8-bit' | '16-bit';

/** How many units one part holds: alone and as one of several. */
export interface Capacity {
  readonly single: number;
  readonly multipart: number;
}

// Octets of an information element with its identifier and length, TS 23.040 §9.2.3.24.1, .8 and .15.
const REFERENCE_OCTETS: Readonly<Record<Reference, number>> = { '8-bit': 5, '16-bit': 6 };
const SHIFT_OCTETS = 3;

function unitsAfter(elementOctets: number, encoding: Encoding): number {
  const headerOctets = elementOctets === 0 ? 0 : elementOctets + 1;
  return encoding === 'GSM-7'
    ? USER_DATA_SEPTETS - Math.ceil((headerOctets * 8) / 7)
    : Math.floor((USER_DATA_OCTETS - headerOctets) / 2);
}

/** Capacities for an encoding and a header, with `shifts` national language elements (TS 23.040 §9.2.3.24). */
export function findCapacity(encoding: Encoding, reference: Reference = '8-bit', shifts = 0): Capacity {
  if (shifts === 0) return PLAIN[encoding][reference];
  return compute(encoding, reference, shifts);
}

function compute(encoding: Encoding, reference: Reference, shifts: number): Capacity {
  const shiftOctets = shifts * SHIFT_OCTETS;
  return {
    single: unitsAfter(shiftOctets, encoding),
    multipart: unitsAfter(shiftOctets + REFERENCE_OCTETS[reference], encoding),
  };
}

/** Computed once: nearly every message asks for one of these. */
const PLAIN: Readonly<Record<Encoding, Readonly<Record<Reference, Capacity>>>> = {
  'GSM-7': { '8-bit': compute('GSM-7', '8-bit', 0), '16-bit': compute('GSM-7', '16-bit', 0) },
  'UCS-2': { '8-bit': compute('UCS-2', '8-bit', 0), '16-bit': compute('UCS-2', '16-bit', 0) },
};
