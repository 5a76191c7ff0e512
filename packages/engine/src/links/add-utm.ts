import type { Utm } from '@curlew/scenario';

const names = ['source', 'medium', 'campaign', 'term', 'content'] as const;

/** An address with UTM parameters behind those it has; one that it has already stays as it is. */
export const addUtm = (address: string, utm: Utm): string => {
  const fragment = address.indexOf('#');
  const [head, tail] =
    fragment === -1 ? [address, ''] : [address.slice(0, fragment), address.slice(fragment)];
  const question = head.indexOf('?');
  const given = new URLSearchParams(question === -1 ? '' : head.slice(question + 1));
  const added = names
    .filter((name) => utm[name] !== '' && !given.has(`utm_${name}`))
    .map((name) => `utm_${name}=${encodeURIComponent(utm[name])}`);
  if (added.length === 0) return address;
  const joint = question === -1 ? '?' : /[?&]$/.test(head) ? '' : '&';
  return `${head}${joint}${added.join('&')}${tail}`;
};
