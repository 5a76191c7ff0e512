import type { DryLife, Expectation } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import { ListChecks, Pin } from 'lucide-react';
import { useState } from 'react';
import { describeError } from '../../../lib/error-sentences.ts';
import { useMayActAs } from '../../../lib/use-may-act-as.ts';
import { Button } from '../../../ui/button.tsx';
import type { DryRunStore } from '../dry-run-store.ts';
import { copyOf } from './copy-of.ts';
import { ExpectationDialog } from './edit/expectation-dialog.tsx';
import { ExpectationRow } from './expectation-row.tsx';
import { expectThis } from './expect-this.ts';
import { showExpectation } from './show-expectation.ts';
import { useExpectations, type ExpectationsOf } from './use-expectations.ts';

interface ExpectationsSectionProps {
  readonly where: ExpectationsOf;
  readonly store: DryRunStore;
  readonly document: ScenarioDocument;
  /** Undefined: nobody in particular is looked at. */
  readonly life: DryLife | undefined;
  /** The project's. */
  readonly timeZone: string;
}

/** What a customer is to get: kept from what is seen now, and played again before the scenario starts. */
export function ExpectationsSection({ where, store, document, life, timeZone }: ExpectationsSectionProps) {
  const mayChange = useMayActAs(where.projectId, 'editor');
  const { items, create, change, save, remove, run } = useExpectations(where);
  const [edited, setEdited] = useState<Expectation | null>(null);
  return (
    <section aria-label="Expectations" className="flex flex-col gap-2 border-t pt-3">
      <div className="flex items-center gap-2">
        <h3 className="min-w-0 flex-1 text-13 font-semibold text-ink">Expectations</h3>
        {items.length > 0 && (
          <Button
            size="small"
            icon={<ListChecks />}
            loading={run.isPending}
            onClick={() => run.mutate(document)}
          >
            Run all
          </Button>
        )}
        {mayChange && life && (
          <Button
            size="small"
            icon={<Pin />}
            loading={create.isPending}
            onClick={() => create.mutate(expectThis(store.getState(), { life, document, timeZone }))}
          >
            Expect this
          </Button>
        )}
      </div>
      {items.length === 0 ? (
        <p className="text-12 text-ink-muted">
          Nothing is expected yet. Keep what you see here, and it is played again before each start.
        </p>
      ) : (
        <ul aria-label="Expectations" className="flex flex-col divide-y">
          {items.map((expectation) => (
            <ExpectationRow
              key={expectation.id}
              expectation={expectation}
              result={run.data?.get(expectation.id)}
              mayChange={mayChange}
              onBlock={(blocks) => change.mutate({ id: expectation.id, blocks })}
              onShow={() => store.setState(showExpectation(expectation, { now: Date.now(), timeZone }))}
              onEdit={() => setEdited(expectation)}
              onDuplicate={() => create.mutate(copyOf(expectation), { onSuccess: setEdited })}
              onDelete={() => remove.mutate(expectation)}
            />
          ))}
        </ul>
      )}
      {edited && (
        <ExpectationDialog
          expectation={edited}
          document={document}
          timeZone={timeZone}
          problem={save.error && describeError(save.error)}
          isSaving={save.isPending}
          onSave={(changed) =>
            save.mutate({ id: edited.id, ...changed }, { onSuccess: () => setEdited(null) })
          }
          onClose={() => {
            setEdited(null);
            save.reset();
          }}
        />
      )}
    </section>
  );
}
