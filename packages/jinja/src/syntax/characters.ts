/** Whether Python's str.isspace() holds for a UTF-16 unit (no space lies outside the BMP). */
export function isSpace(unit: number): boolean {
  if (unit <= 32) return unit === 32 || (unit >= 9 && unit <= 13) || (unit >= 28 && unit <= 31);
  if (unit < 0x85) return false;
  return (
    unit === 0x85 ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** Whether a UTF-16 unit is an ASCII digit. */
export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

const identifierStart = /^[\p{XID_Start}_]$/u;
const identifierPart = /^[\p{XID_Continue}]$/u;

/** Whether a character (one code point) may begin a name. */
export function isNameStart(character: string): boolean {
  const unit = character.charCodeAt(0);
  if (unit < 128) return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95;
  return identifierStart.test(character);
}

/** Whether a character (one code point) may continue a name. */
export function isNamePart(character: string): boolean {
  const unit = character.charCodeAt(0);
  if (unit < 128) return isDigit(unit) || isNameStart(character);
  return identifierPart.test(character);
}

/** The code point at an offset as text; empty at the end. */
export function characterAt(text: string, index: number): string {
  const code = text.codePointAt(index);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** Turns \r\n and \r into \n, as Jinja2 does with text and string literals. */
export function normaliseNewlines(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}
