import { nodeKinds, type NodeKind } from '@curlew/scenario';
import { classNames } from '../../../lib/class-names.ts';
import { familyTileClasses } from '../looks/node-looks.ts';
import type { ProblemCount } from '../problems/count-problems.ts';

interface FarCardProps {
  readonly kind: NodeKind;
  readonly problems: ProblemCount | null;
}

/** What is left of a card that is seen from afar: its family's colour, and that it has problems. Its name is said all the same. */
export function FarCard({ kind, problems }: FarCardProps) {
  return (
    <>
      <span
        className={classNames(
          'absolute top-3 left-3 size-10 rounded-control',
          familyTileClasses[nodeKinds[kind].family],
        )}
      />
      {problems && (
        <span
          className={classNames(
            'absolute top-3 right-3 size-6 rounded-full',
            problems.errors > 0 ? 'bg-bad' : 'bg-warn',
          )}
        />
      )}
    </>
  );
}
