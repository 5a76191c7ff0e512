import { applyReplacements, countSms, type Replacement } from '@curlew/sms';
import { scanMessage } from './message-marks.ts';

const joinText = (source: string): string =>
  scanMessage(source)
    .map(({ kind, start, end }) => (kind === 'text' ? source.slice(start, end) : ''))
    .join('');

const countUnits = (units: number): string => `${units} ${units === 1 ? 'unit' : 'units'}`;

/**
 * What replacing saves, in words. Parts are only named where the text is the same for everyone; a template’s encoding is
 * that of its own text: a customer’s name may need Unicode still.
 */
export const describeSaving = (source: string, replacements: readonly Replacement[]): string => {
  const isTemplate = scanMessage(source).some(({ kind }) => kind !== 'text');
  const before = countSms(joinText(source));
  const after = countSms(joinText(applyReplacements(source, replacements)));
  const saved = before.parts.length - after.parts.length;
  if (!isTemplate && saved > 0) {
    const parts = after.parts.length;
    return `${before.parts.length} parts become ${parts}`;
  }
  if (before.encoding !== after.encoding)
    return isTemplate ? 'as written, Unicode becomes GSM-7' : 'Unicode becomes GSM-7';
  return `saves ${countUnits(before.units - after.units)}`;
};
