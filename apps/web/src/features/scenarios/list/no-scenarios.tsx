import { Clock, MessageSquareText, MoveRight, Play, Workflow } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../../ui/empty-state.tsx';

interface NoScenariosProps {
  /** The button that makes the first one; null for those who may not. */
  readonly action: ReactNode;
}

const steps = [
  { icon: Play, label: 'Now', classes: 'bg-trigger-wash text-trigger' },
  { icon: Clock, label: 'Wait until 9:00', classes: 'bg-flow-wash text-flow' },
  { icon: MessageSquareText, label: 'SMS', classes: 'bg-message-wash text-message' },
] as const;

/** In place of the list until there is a scenario: what one is, and what one looks like. */
export function NoScenarios({ action }: NoScenariosProps) {
  return (
    <EmptyState
      icon={<Workflow />}
      sentence="A scenario is a drawing of who gets which message and when. Draw one, see what it will send, then start it."
      action={action}
      sample={
        <div className="flex flex-col gap-3">
          <ol className="flex flex-wrap items-center gap-2">
            {steps.map(({ icon: Icon, label, classes }, index) => (
              <li key={label} className="flex items-center gap-2">
                {index > 0 && <MoveRight aria-hidden className="size-4 text-ink-faint" />}
                <span
                  className={`inline-flex h-8 items-center gap-2 rounded-control px-2 text-13 font-medium ${classes}`}
                >
                  <Icon aria-hidden className="size-4" />
                  {label}
                </span>
              </li>
            ))}
          </ol>
          <p className="rounded-card border bg-surface px-3 py-2 text-13">
            Hi <span className="highlight-template">{'{{ customer.first_name }}'}</span>, our autumn sale
            starts today. 20 % off all tents until Sunday.
          </p>
        </div>
      }
    />
  );
}
