import type { RunPlace } from '../walk-queries.ts';
import { WalkList } from './walk-list.tsx';
import { WalkSearch } from './walk-search.tsx';

interface RefusedWalksProps {
  readonly run: RunPlace;
  readonly nodeId: string;
  /** Why, as it is counted. */
  readonly refusal: string;
}

/** Whom a node sent no message for one reason. */
export function RefusedWalks({ run, nodeId, refusal }: RefusedWalksProps) {
  const wanted = { nodeId, refusal };
  return (
    <WalkSearch run={run} wanted={wanted}>
      {(search) => (
        <WalkList
          run={run}
          wanted={{ ...wanted, ...search }}
          emptySentence="It is not known who these were: they have gone on in a later version, or were here before reasons were kept."
        />
      )}
    </WalkSearch>
  );
}
