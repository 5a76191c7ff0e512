import type { OutboundMessage } from '../provider.ts';

/** What the contract suites send. */
export const message: OutboundMessage = {
  id: '0199c0de-0000-7000-8000-00000000000a',
  sender: 'Curlew',
  recipient: '+31612345678',
  text: 'hello',
  parts: 1,
  encoding: 'GSM-7',
  expiresAt: null,
};

/** A second one, for a batch. */
export const other = { ...message, id: '0199c0de-0000-7000-8000-00000000000b', recipient: '+31612345679' };
