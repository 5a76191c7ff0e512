import { ViewportPortal } from '@xyflow/react';
import { nodeWidth } from '../flow/node-size.ts';
import { useScenarioDocument, useSession } from '../state/canvas-context.ts';
import { nameOf } from './people.ts';
import { PersonMark } from './person-mark.tsx';
import { usePeople } from './use-people.ts';

/** Marks the nodes that others have open: a layer over the canvas, so that no card has to know. */
export function PeopleAtNodes() {
  const people = usePeople();
  const { nodes } = useScenarioDocument();
  const dragged = useSession((state) => state.dragged);
  const taken = new Set(people.flatMap(({ nodeIds }) => nodeIds));
  if (taken.size === 0) return null;

  return (
    <ViewportPortal>
      {nodes
        .filter(({ id }) => taken.has(id))
        .map(({ id, position }) => {
          const { x, y } = dragged.get(id) ?? position;
          const here = people.filter(({ nodeIds }) => nodeIds.includes(id));
          return (
            <div
              key={id}
              className="people-here"
              style={{ transform: `translate(${x + nodeWidth - 8}px, ${y}px)` }}
            >
              {here.map((person) => (
                <PersonMark key={person.userId} person={person} />
              ))}
              <span className="sr-only">{here.map(nameOf).join(', ')} has this open</span>
            </div>
          );
        })}
    </ViewportPortal>
  );
}
