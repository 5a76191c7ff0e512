import { useState } from 'react';
import { formatNumber } from '../../../lib/format-number.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { TabPanel } from '../../../ui/tab-panel.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import type { RunPlace } from '../walk-queries.ts';
import { WalkList } from './walk-list.tsx';
import { WalkSearch } from './walk-search.tsx';
import type { WhoTab } from './who-tabs.ts';

interface WhoWasHereProps {
  readonly run: RunPlace;
  /** Of what: a node's name, a run's version. */
  readonly title: string;
  readonly tabs: readonly WhoTab[];
  /** The list to begin with; left out: the first. */
  readonly firstTab?: string | undefined;
  readonly onClose: () => void;
}

/** Who was at a node or in a run, and why they are where they are. */
export function WhoWasHere({ run, title, tabs, firstTab, onClose }: WhoWasHereProps) {
  const [tab, setTab] = useState(firstTab ?? tabs[0]?.value ?? '');
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={title}
      description="The latest first. Each name leads to the whole way, step by step."
    >
      <WalkSearch run={run} wanted={tabs.find(({ value }) => value === tab)?.wanted ?? {}}>
        {(search) => (
          <div className="-mx-5 mt-2 flex h-100 max-h-[60dvh] flex-col">
            <Tabs
              label="Who was here"
              value={tab}
              onChange={setTab}
              tabs={tabs.map(({ value, label, count }) => ({
                value,
                label,
                ...(count === null
                  ? {}
                  : {
                      end: <span className="text-12 text-ink-faint tabular-nums">{formatNumber(count)}</span>,
                    }),
              }))}
            >
              {tabs.map(({ value, wanted, emptySentence }) => (
                <TabPanel key={value} value={value}>
                  <div className="px-4 py-2">
                    <WalkList run={run} wanted={{ ...wanted, ...search }} emptySentence={emptySentence} />
                  </div>
                </TabPanel>
              ))}
            </Tabs>
          </div>
        )}
      </WalkSearch>
    </Dialog>
  );
}
