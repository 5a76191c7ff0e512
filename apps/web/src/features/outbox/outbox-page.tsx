import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { TabPanel } from '../../ui/tab-panel.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { countedNumber } from './counted-words.ts';
import { outboxCountsQuery } from './outbox-queries.ts';
import { UnknownList } from './unknown/unknown-list.tsx';
import { WaitingList } from './waiting/waiting-list.tsx';

const route = getRouteApi('/projects/$projectId/outbox');

const tabs = [
  { value: 'unknown', label: 'Unknown' },
  { value: 'waiting', label: 'Waiting' },
] as const;

/** What has not come to its end by itself: messages that wait to be sent, and those that nobody can speak of. */
export function OutboxPage() {
  const { projectId } = route.useParams();
  const { show = 'unknown', run = null } = route.useSearch();
  const navigate = route.useNavigate();
  const scope = { projectId, runId: run };
  const counts = useQuery(outboxCountsQuery(scope)).data;
  const go = (next: 'unknown' | 'waiting', runId: string | null): void =>
    void navigate({
      search: { ...(next === 'waiting' ? { show: next } : {}), ...(runId === null ? {} : { run: runId }) },
      replace: true,
    });
  return (
    <Page title="Outbox" layout="fill">
      {run !== null && (
        <div className="flex flex-wrap items-center gap-3 border-b px-4 py-2 text-13">
          <p className="min-w-0 wrap-anywhere">
            {counts?.run
              ? `Only version ${counts.run.versionNumber} of “${counts.run.scenarioName}”`
              : 'Only one run'}
          </p>
          <Button size="small" onClick={() => go(show, null)}>
            Show all
          </Button>
        </div>
      )}
      <Tabs
        label="Messages"
        tabs={tabs.map((tab) => {
          const counted = counts?.[tab.value];
          if (!counted || counted.count === 0) return tab;
          return { ...tab, end: <span className="tabular-nums">{countedNumber(counted)}</span> };
        })}
        value={show}
        onChange={(next) => go(next, run)}
      >
        <TabPanel value="unknown">
          <UnknownList key={run} scope={scope} />
        </TabPanel>
        <TabPanel value="waiting">
          <WaitingList key={run} scope={scope} />
        </TabPanel>
      </Tabs>
    </Page>
  );
}
