import type { DryLife } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import { ListChecks, Pin } from 'lucide-react';
import { useMayActAs } from '../../../lib/use-may-act-as.ts';
import { Button } from '../../../ui/button.tsx';
import type { DryRunStore } from '../dry-run-store.ts';
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
  const { items, create, change, remove, run } = useExpectations(where);
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
              key={`${expectation.id} ${expectation.name}`}
              expectation={expectation}
              result={run.data?.get(expectation.id)}
              mayChange={mayChange}
              onChange={(changed) => change.mutate({ id: expectation.id, ...changed })}
              onShow={() => store.setState(showExpectation(expectation, { now: Date.now(), timeZone }))}
              onDelete={() => remove.mutate(expectation.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
