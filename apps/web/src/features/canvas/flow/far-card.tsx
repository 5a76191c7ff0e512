import { nodeKinds, type ScenarioNode } from '@curlew/scenario';
import { classNames } from '../../../lib/class-names.ts';
import { familyTileClasses } from '../looks/node-looks.ts';
import type { ProblemCount } from '../problems/count-problems.ts';
import { handlesOf, handleSize } from './flow-node.ts';
import { cardBorder } from './node-size.ts';

interface FarCardProps {
  readonly node: ScenarioNode;
  readonly problems: ProblemCount | null;
}

/** What is left of a card that is seen from afar: its family's colour, and that it has problems. Its name is said all the same. */
export function FarCard({ node, problems }: FarCardProps) {
  return (
    <>
      <span
        className={classNames(
          'absolute top-3 left-3 size-10 rounded-control',
          familyTileClasses[nodeKinds[node.kind].family],
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
      {/* React Flow measures where the handles are, and draws no connection to a card that has none. Nobody sees these. */}
      {handlesOf(node).map(({ id, type, position, x, y }) => (
        <span
          key={`${type} ${id}`}
          className={`${type} invisible absolute`}
          data-handleid={id}
          data-handlepos={position}
          style={{ left: x - cardBorder, top: y - cardBorder, width: handleSize, height: handleSize }}
        />
      ))}
    </>
  );
}
