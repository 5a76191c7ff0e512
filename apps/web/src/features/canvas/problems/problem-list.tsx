import { nodeKinds, type ScenarioDocument, type ScenarioIssue } from '@curlew/scenario';
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { Popover as Primitive } from 'radix-ui';
import { useRef } from 'react';
import { classNames } from '../../../lib/class-names.ts';
import { formatCount } from '../../../lib/format-number.ts';
import { buttonClass } from '../../../ui/button-class.ts';
import { floatClass } from '../../../ui/float-class.ts';
import { countProblems } from './count-problems.ts';

interface ProblemListProps {
  readonly document: ScenarioDocument;
  readonly issues: readonly ScenarioIssue[];
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onChoose: (issue: ScenarioIssue) => void;
}

const whereOf = (document: ScenarioDocument, { nodeId }: ScenarioIssue): string => {
  const node = document.nodes.find(({ id }) => id === nodeId);
  return node ? node.name || nodeKinds[node.kind].title : 'Whole scenario';
};

/** "2 problems", and the list of them: choosing one leads to its place. */
export function ProblemList({ document, issues, isOpen, onOpenChange, onChoose }: ProblemListProps) {
  const { errors } = countProblems(issues);
  // Whoever chose a problem is led to its field: the button must not take the focus from there when the list is gone.
  const hasChosen = useRef(false);
  const count = formatCount(issues.length, 'problem');
  const icon = errors > 0 ? <CircleAlert className="text-bad" /> : <TriangleAlert className="text-warn" />;

  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Trigger className={buttonClass('ghost')}>
        {issues.length === 0 ? <CircleCheck className="text-good" /> : icon}
        <span className="max-md:sr-only">{issues.length === 0 ? 'No problems' : count}</span>
        {issues.length > 0 && (
          <span aria-hidden className="md:hidden">
            {issues.length}
          </span>
        )}
      </Primitive.Trigger>
      <Primitive.Content
        align="end"
        sideOffset={4}
        collisionPadding={8}
        aria-label="Problems"
        onOpenAutoFocus={() => {
          hasChosen.current = false;
        }}
        onCloseAutoFocus={(event) => {
          if (hasChosen.current) event.preventDefault();
        }}
        className={classNames(
          floatClass,
          'max-h-(--radix-popover-content-available-height) w-96 overflow-y-auto p-1',
        )}
      >
        {issues.length === 0 ? (
          <p className="p-2 text-13 text-ink-muted">This scenario can start.</p>
        ) : (
          <ul>
            {issues.map((issue) => (
              <li key={`${issue.nodeId} ${issue.field} ${issue.code} ${issue.message}`}>
                <button
                  type="button"
                  onClick={() => {
                    hasChosen.current = true;
                    onChoose(issue);
                  }}
                  className="flex w-full items-start gap-2 rounded-control p-2 text-left hover:bg-surface-hover [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0"
                >
                  {issue.severity === 'error' ? (
                    <CircleAlert aria-label="Must be mended" className="text-bad" />
                  ) : (
                    <TriangleAlert aria-label="Should be looked at" className="text-warn" />
                  )}
                  <span className="min-w-0">
                    <span className="block truncate text-12 text-ink-faint">{whereOf(document, issue)}</span>
                    <span className="block text-13 text-ink">{issue.message}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Primitive.Content>
    </Primitive.Root>
  );
}
