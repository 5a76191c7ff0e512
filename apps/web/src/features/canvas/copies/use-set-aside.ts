import type { ScenarioDocument } from '@curlew/scenario';
import { useCallback, useEffect, useState } from 'react';
import type { LocalCopy } from '../saving/local-copy.ts';
import { listCopies, removeCopy } from '../saving/local-copies.ts';
import { isSameValue } from '../saving/is-same-value.ts';
import { tabId } from '../saving/tab-id.ts';

interface SetAside {
  readonly copies: readonly LocalCopy[];
  readonly refresh: () => void;
  readonly remove: (copy: LocalCopy) => void;
}

// Another tab at work keeps what it has not saved yet, for a moment, and needs no help.
const settledMs = 10_000;

const isLeftBehind = ({ id, reason, at }: LocalCopy): boolean =>
  reason === 'set_aside' || (id !== tabId(sessionStorage) && Date.now() - new Date(at).getTime() > settledMs);

/** Work on this scenario that this browser keeps and nobody has on the screen. */
export const useSetAside = (scenarioId: string, shown: ScenarioDocument): SetAside => {
  const [all, setAll] = useState(() => listCopies(localStorage, scenarioId));
  const refresh = useCallback(() => setAll(listCopies(localStorage, scenarioId)), [scenarioId]);
  // What a tab that crashed a moment ago has kept is left behind only a while later.
  useEffect(() => {
    const timer = setTimeout(refresh, settledMs);
    return () => clearTimeout(timer);
  }, [refresh]);
  const remove = useCallback(
    (copy: LocalCopy) => {
      removeCopy(localStorage, copy);
      refresh();
    },
    [refresh],
  );
  const copies = all.filter((copy) => isLeftBehind(copy) && !isSameValue(copy.document, shown));
  return { copies, refresh, remove };
};
