import { useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { useDebouncedValue } from './use-debounced-value.ts';

interface AddressText {
  /** What stands in the field, with every key. */
  readonly text: string;
  /** The text once it stands still: what the server is asked for, and what the address says. */
  readonly settled: string;
  readonly setText: (text: string) => void;
}

const settleMs = 250;

/**
 * The text of a field that is kept in the address: it shows every key at once, writes to the address when it stands
 * still, and follows the address when that changes by itself (a link, the way back).
 */
export const useAddressText = (inAddress: string, onSettle: (text: string) => void): AddressText => {
  const [text, setText] = useState(inAddress);
  const [seen, setSeen] = useState(inAddress);
  const settled = useDebouncedValue(text, settleMs);

  if (inAddress !== seen) {
    setSeen(inAddress);
    if (inAddress !== settled) setText(inAddress);
  }

  const router = useRouter();
  const settle = useEffectEvent((value: string) => {
    // Whoever is on the way to another page, which may still be loading, must not be called back.
    const isLeaving = router.history.location.pathname !== router.state.resolvedLocation?.pathname;
    if (value !== inAddress && !isLeaving) onSettle(value);
  });
  useEffect(() => settle(settled), [settled]);

  return { text, settled, setText };
};
