import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../../ui/page.tsx';
import { TabPanel } from '../../ui/tab-panel.tsx';
import { Tabs } from '../../ui/tabs.tsx';
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
  const { show = 'unknown' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title="Outbox" layout="fill">
      <Tabs
        label="Messages"
        tabs={tabs}
        value={show}
        onChange={(next) =>
          void navigate({ search: next === 'waiting' ? { show: next } : {}, replace: true })
        }
      >
        <TabPanel value="unknown">
          <UnknownList projectId={projectId} />
        </TabPanel>
        <TabPanel value="waiting">
          <WaitingList projectId={projectId} />
        </TabPanel>
      </Tabs>
    </Page>
  );
}
