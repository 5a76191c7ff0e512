import type { Scenario } from '@curlew/contract';
import { useState } from 'react';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ConflictBanner } from './conflict/conflict-banner.tsx';
import { useConflictChoices } from './conflict/use-conflict-choices.ts';
import { CopyBanner } from './copies/copy-banner.tsx';
import { useSetAside } from './copies/use-set-aside.ts';
import { isUnsaved, type Meeting } from './saving/draft.ts';
import type { LocalCopy } from './saving/local-copy.ts';
import { useCanvas, useDocumentState } from './state/canvas-context.ts';

interface SavingBannersProps {
  readonly projectId: string;
  readonly scenario: Scenario;
  readonly restored: 'none' | Meeting;
  readonly onRetry: () => void;
  readonly onOpenScenario: (scenarioId: string) => void;
}

/** What must not be missed about saving: that it fails, that two people changed the same, that work was found again. */
export function SavingBanners({
  projectId,
  scenario,
  restored,
  onRetry,
  onOpenScenario,
}: SavingBannersProps) {
  const { documentStore } = useCanvas();
  const { draft, apply, undo } = useDocumentState((state) => state);
  const [isTold, setTold] = useState(restored !== 'ours');
  const { copies, refresh, remove } = useSetAside(scenario.id, draft.history.present);
  const choices = useConflictChoices({
    projectId,
    scenario,
    store: documentStore,
    onSetAside: refresh,
    onOpenScenario,
  });
  const { saving } = draft;
  const [newest] = copies;

  const bringBack = (copy: LocalCopy): void => {
    apply(() => copy.document);
    remove(copy);
  };

  return (
    <div className="flex flex-col gap-2 border-b p-2 empty:hidden">
      {saving.kind === 'conflict' && (
        <ConflictBanner conflict={saving} scenarioName={scenario.name} choices={choices} />
      )}
      {saving.kind === 'failed' && isUnsaved(draft) && (
        <div className="lg:hidden">
          <Banner
            kind="error"
            action={
              <Button size="small" onClick={onRetry}>
                Retry
              </Button>
            }
          >
            Not saved: {saving.message}
          </Banner>
        </div>
      )}
      {!isTold && (
        <Banner
          kind="info"
          action={
            <span className="flex shrink-0 gap-2">
              <Button
                size="small"
                onClick={() => {
                  undo();
                  setTold(true);
                }}
              >
                Discard them
              </Button>
              <Button size="small" variant="ghost" onClick={() => setTold(true)}>
                Keep them
              </Button>
            </span>
          }
        >
          Changes that were not saved before this page was closed are back.
        </Banner>
      )}
      {newest && saving.kind !== 'conflict' && (
        <CopyBanner copy={newest} onBringBack={() => bringBack(newest)} onDelete={() => remove(newest)} />
      )}
    </div>
  );
}
