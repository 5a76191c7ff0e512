import { Shuffle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { sampleSize, type DryRunStore, type DryWho } from './dry-run-store.ts';
import { MadeCustomerForm, sampleMade } from './made-customer-form.tsx';

const kinds = [
  { value: 'one', label: 'A customer' },
  { value: 'sample', label: `${sampleSize} at random` },
  { value: 'made', label: 'Made up' },
] as const;

const begin = (kind: DryWho['kind']): DryWho => {
  switch (kind) {
    case 'one':
    case 'kept':
      return { kind: 'one' };
    case 'sample':
      return { kind, draw: 1 };
    case 'made':
      return sampleMade;
  }
};

interface WhoFieldsProps {
  readonly projectId: string;
  readonly store: DryRunStore;
  /** Chooses a customer. */
  readonly picker: ReactNode;
}

/** Who plays. */
export function WhoFields({ projectId, store, picker }: WhoFieldsProps) {
  const who = useStore(store, (state) => state.who);
  return (
    <>
      <Segmented
        aria-label="Who plays"
        size="small"
        options={who.kind === 'kept' ? [...kinds, { value: 'kept' as const, label: 'Expected' }] : kinds}
        value={who.kind}
        onChange={(kind) =>
          store.setState({ who: begin(kind), customerId: null, at: null, isPlaying: false })
        }
      />
      {who.kind === 'one' && picker}
      {who.kind === 'sample' && (
        <Button
          size="small"
          icon={<Shuffle />}
          onClick={() => store.setState({ who: { kind: 'sample', draw: who.draw + 1 }, customerId: null })}
        >
          Others
        </Button>
      )}
      {who.kind === 'kept' && <p className="text-13 text-ink-muted">The customer of “{who.name}”</p>}
      {who.kind === 'made' && <MadeCustomerForm projectId={projectId} store={store} />}
    </>
  );
}
