import { nodeKinds, type ScenarioNode } from '@curlew/scenario';
import { classNames } from '../../../lib/class-names.ts';
import { Tooltip } from '../../../ui/tooltip.tsx';
import { useCanvas, useScenarioDocument } from '../state/canvas-context.ts';
import { nameOf, type Person } from './people.ts';
import { PersonMark } from './person-mark.tsx';
import { usePeople } from './use-people.ts';

const most = 3;
/** On a narrow screen. */
const mostNarrow = 1;

const wordsOf = (person: Person, nodes: readonly ScenarioNode[]): string => {
  const open = nodes.filter(({ id }) => person.nodeIds.includes(id));
  const where = open.map(({ name, kind }) => `“${name || nodeKinds[kind].title}”`).join(' and ');
  return where === '' ? nameOf(person) : `${nameOf(person)}, at ${where}`;
};

interface MorePeopleProps {
  readonly people: readonly Person[];
  readonly className: string;
}

/** Those for whom there is no room. */
function MorePeople({ people, className }: MorePeopleProps) {
  if (people.length === 0) return null;
  const names = people.map(nameOf).join(', ');
  return (
    <li className={classNames('flex', className)}>
      <Tooltip side="bottom" text={names}>
        <button
          type="button"
          aria-label={`And ${names}`}
          className="flex h-6 min-w-6 items-center justify-center rounded-full bg-surface-hover px-1 text-12 font-medium text-ink-muted"
        >
          +{people.length}
        </button>
      </Tooltip>
    </li>
  );
}

/** Who else is here. A click leads to the node they have open. */
export function PeopleInBar() {
  const { actions } = useCanvas();
  const { nodes } = useScenarioDocument();
  const people = usePeople();
  if (people.length === 0) return null;

  return (
    <ul aria-label="Also here" className="flex items-center -space-x-1">
      {people.slice(0, most).map((person, index) => (
        <li key={person.userId} className={classNames('flex', index >= mostNarrow && 'max-md:hidden')}>
          <Tooltip side="bottom" text={wordsOf(person, nodes)}>
            <button
              type="button"
              aria-label={wordsOf(person, nodes)}
              className="rounded-full border-2 border-surface"
              onClick={() => {
                const [nodeId] = person.nodeIds;
                if (nodeId !== undefined) actions.reveal(nodeId);
              }}
            >
              <PersonMark person={person} className="size-6 text-12" />
            </button>
          </Tooltip>
        </li>
      ))}
      <MorePeople people={people.slice(most)} className="max-md:hidden" />
      <MorePeople people={people.slice(mostNarrow)} className="md:hidden" />
    </ul>
  );
}
