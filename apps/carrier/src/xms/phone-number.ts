const decoration = /[\s\-()]/g;
const international = /^[1-9]\d{6,14}$/;
const groupId = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** The bare international digits behind `+31 6-1234…`, `0031…` or `31…`; null when it is no phone number. */
export function toMsisdn(raw: string): string | null {
  const digits = raw.replace(decoration, '').replace(/^(\+|00)/, '');
  return international.test(digits) ? digits : null;
}

export function isGroupId(raw: string): boolean {
  return groupId.test(raw);
}
