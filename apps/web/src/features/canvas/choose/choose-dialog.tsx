import { Plus } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { NodeIcon } from '../looks/node-icon.tsx';
import { useCanvas, useScenarioDocument } from '../state/canvas-context.ts';
import type { Choosing } from '../state/session-store.ts';
import { ChooseOption } from './choose-option.tsx';
import { type Choice, choicesOf, findChoices } from './choices.ts';

interface ChooseDialogProps {
  readonly choosing: Choosing;
}

const moveFocus = (list: HTMLElement | null, from: Element | null, step: 1 | -1): void => {
  const buttons = [...(list?.querySelectorAll('button') ?? [])];
  const at = buttons.findIndex((button) => button === from);
  buttons
    .at(at === -1 ? (step === 1 ? 0 : -1) : Math.min(buttons.length - 1, Math.max(0, at + step)))
    ?.focus();
};

/** Nodes by name, to connect to or to add: Enter takes the first, the arrow keys go through them. */
export function ChooseDialog({ choosing }: ChooseDialogProps) {
  const { actions, sessionStore } = useCanvas();
  const document = useScenarioDocument();
  const [text, setText] = useState('');
  const listId = useId();
  const { title, description, choices } = choicesOf(document, choosing);
  const found = findChoices(choices, text);
  const close = (): void => sessionStore.setState({ choosing: null });
  const choose = ({ choose: act }: Choice): void => {
    close();
    act(actions);
  };
  const press = (event: KeyboardEvent): void => {
    const list = window.document.getElementById(listId);
    const [first] = found;
    const isInField = event.target instanceof HTMLInputElement;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      moveFocus(list, window.document.activeElement, event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && isInField && first) {
      event.preventDefault();
      choose(first);
    }
  };

  return (
    <Dialog isOpen onOpenChange={close} size="small" title={title} description={description}>
      {/* The keys of the list work wherever in the dialog the focus is. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="flex flex-col gap-2" onKeyDown={press}>
        <div className="[&>div]:max-w-none">
          <SearchField label="Search nodes" value={text} onChange={setText} />
        </div>
        <ul id={listId} className="flex max-h-80 flex-col gap-1 overflow-y-auto">
          {found.map((choice) => (
            <li key={choice.id}>
              <ChooseOption
                icon={<NodeIcon kind={choice.kind} />}
                end={choice.isNew && <Plus aria-hidden />}
                hint={choice.hint}
                onChoose={() => choose(choice)}
              >
                {choice.label}
              </ChooseOption>
            </li>
          ))}
        </ul>
        {found.length === 0 && (
          <p className="px-2 py-4 text-center text-13 text-ink-muted">No node has “{text}” in its name.</p>
        )}
      </div>
    </Dialog>
  );
}
