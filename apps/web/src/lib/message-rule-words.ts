import type { IdentityTransfer, MessageDefaults } from '@curlew/scenario';

/** When a click tells the page who clicked, in words. */
export const identityTransferWords: { readonly [T in IdentityTransfer]: string } = {
  off: 'Never',
  first_click: 'On the first click',
  every_click: 'On every click',
};

/** What is added to links, in words. */
export const describeUtm = (utm: MessageDefaults['utm']): string => {
  if (utm === null) return 'none';
  if (utm === 'automatic') return 'automatic';
  const named = [utm.source, utm.medium, utm.campaign, utm.term, utm.content].filter((text) => text !== '');
  return named.length === 0 ? 'none' : named.join(' / ');
};
