import { everyCharacter, isDigits } from './every-character.ts';

const named: ReadonlyMap<string, string> = new Map(
  (
    'amp:& lt:< gt:> quot:" apos:\' nbsp:\u00a0 iexcl:¡ cent:¢ pound:£ curren:¤ yen:¥ brvbar:¦ sect:§ uml:¨ copy:© ordf:ª laquo:« not:¬ reg:® macr:¯ deg:° plusmn:± sup2:² sup3:³ ' +
    'acute:´ micro:µ para:¶ middot:· cedil:¸ sup1:¹ ordm:º raquo:» frac14:¼ frac12:½ frac34:¾ iquest:¿ times:× divide:÷ Agrave:À Aacute:Á Acirc:Â Atilde:Ã Auml:Ä Aring:Å AElig:Æ ' +
    'Ccedil:Ç Egrave:È Eacute:É Ecirc:Ê Euml:Ë Igrave:Ì Iacute:Í Icirc:Î Iuml:Ï Ntilde:Ñ Ograve:Ò Oacute:Ó Ocirc:Ô Otilde:Õ Ouml:Ö Oslash:Ø Ugrave:Ù Uacute:Ú Ucirc:Û Uuml:Ü Yacute:Ý ' +
    'szlig:ß agrave:à aacute:á acirc:â atilde:ã auml:ä aring:å aelig:æ ccedil:ç egrave:è eacute:é ecirc:ê euml:ë igrave:ì iacute:í icirc:î iuml:ï ntilde:ñ ograve:ò oacute:ó ocirc:ô otilde:õ ' +
    'ouml:ö oslash:ø ugrave:ù uacute:ú ucirc:û uuml:ü yacute:ý yuml:ÿ ndash:– mdash:— lsquo:‘ rsquo:’ sbquo:‚ ldquo:“ rdquo:” bdquo:„ bull:• hellip:… euro:€ trade:™ scaron:š Scaron:Š ' +
    'zcaron:ž Zcaron:Ž ccaron:č Ccaron:Č rarr:→ larr:←'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
);

const longestEntity = 12;

/** The character of an entity's name (without & and ;), by name or number. */
function resolve(name: string): string | undefined {
  if (!name.startsWith('#')) return named.get(name);
  const isHex = name[1] === 'x' || name[1] === 'X';
  const digits = name.slice(isHex ? 2 : 1);
  const hexDigits = '0123456789abcdefABCDEF';
  const isNumber = isHex
    ? digits !== '' && everyCharacter(digits, (digit) => hexDigits.includes(digit))
    : isDigits(digits);
  const code = isNumber ? Number.parseInt(digits, isHex ? 16 : 10) : Number.NaN;
  if (Number.isNaN(code)) return undefined;
  return code > 0x10ffff || code === 0 || (code >= 0xd800 && code < 0xe000)
    ? '\uFFFD'
    : String.fromCodePoint(code);
}

/** Resolves numeric entities and the named ones of Western European text. */
export function unescapeHtml(text: string): string {
  let result = '';
  let at = 0;
  for (let start = text.indexOf('&'); start !== -1; start = text.indexOf('&', start + 1)) {
    const end = text.slice(start, start + longestEntity).indexOf(';') + start;
    const character = end > start ? resolve(text.slice(start + 1, end)) : undefined;
    if (character === undefined) continue;
    result += text.slice(at, start) + character;
    at = end + 1;
  }
  return result + text.slice(at);
}
