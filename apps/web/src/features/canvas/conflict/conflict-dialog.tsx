import { useMemo, useState } from 'react';
import { formatClock } from '../../../lib/format-date.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import type { SavingState } from '../saving/draft.ts';
import { useDocumentState } from '../state/canvas-context.ts';
import { ClashList } from './clash-list.tsx';
import { clashSidesOf } from './clash-sides.ts';
import { ConflictOption } from './conflict-option.tsx';
import { copyName } from './copy-name.ts';
import type { ConflictChoices } from './use-conflict-choices.ts';

interface ConflictDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly conflict: Extract<SavingState, { readonly kind: 'conflict' }>;
  readonly scenarioName: string;
  readonly choices: ConflictChoices;
}

export function ConflictDialog({
  isOpen,
  onOpenChange,
  conflict,
  scenarioName,
  choices,
}: ConflictDialogProps) {
  const [isConfirming, setConfirming] = useState(false);
  const { theirs, clashes } = conflict;
  const { history, saved } = useDocumentState((state) => state.draft);
  const [base, mine] = [saved.document, history.present];
  const sides = useMemo(
    () => (isOpen ? clashSidesOf(clashes, { base, mine, theirs: theirs.document }) : []),
    [isOpen, clashes, base, mine, theirs],
  );
  const name = theirs.updatedBy;
  const at = formatClock(new Date(theirs.updatedAt));

  return (
    <>
      <Dialog
        isOpen={isOpen}
        onOpenChange={onOpenChange}
        title="Choose what to keep"
        description={`${name} saved this scenario at ${at}, while you were changing it too.`}
      >
        <ClashList clashes={sides} name={name} />
        <div className="flex flex-col gap-2">
          <ConflictOption
            title="Use theirs"
            sentence={`Shows what ${name} saved. Yours is kept in this browser and can be brought back.`}
            action={<Button onClick={choices.useTheirs}>Use theirs</Button>}
          />
          <ConflictOption
            title="Keep mine"
            sentence={`Saves yours in place of what ${name} saved. Theirs is kept in this browser and can be brought back.`}
            action={<Button onClick={() => setConfirming(true)}>Keep mine</Button>}
          />
          <ConflictOption
            title="Save mine as a copy"
            sentence={`Makes a new scenario “${copyName(scenarioName)}” of yours and opens it. This one stays as ${name} saved it.`}
            action={
              <Button loading={choices.isCopying} onClick={choices.saveAsCopy}>
                Save a copy
              </Button>
            }
          />
        </div>
      </Dialog>
      <ConfirmDialog
        isOpen={isConfirming}
        onOpenChange={setConfirming}
        title={`Replace what ${name} saved?`}
        description={`Everybody will see your version of “${scenarioName}”. What ${name} saved at ${at} is kept as a copy in this browser only.`}
        confirmLabel="Replace with mine"
        isDangerous
        onConfirm={choices.keepMine}
      />
    </>
  );
}
