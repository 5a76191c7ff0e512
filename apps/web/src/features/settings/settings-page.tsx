import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMayActAs } from '../../lib/use-may-act-as.ts';
import { Banner } from '../../ui/banner.tsx';
import { Page } from '../../ui/page.tsx';
import { TabPanel } from '../../ui/tab-panel.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { MessagesSection } from './messages/messages-section.tsx';
import { PricesSection } from './prices/prices-section.tsx';
import { SendersSection } from './senders/senders-section.tsx';
import { settingsSections, type SettingsSection } from './settings-sections.ts';

const sections = {
  messages: MessagesSection,
  senders: SendersSection,
  prices: PricesSection,
} as const satisfies { readonly [S in SettingsSection]: unknown };

const route = getRouteApi('/projects/$projectId/settings');

/** What the messages of a project have in common, and what they cost. */
export function SettingsPage() {
  const { projectId } = route.useParams();
  const { section } = route.useSearch();
  const navigate = useNavigate({ from: '/projects/$projectId/settings' });
  const mayChange = useMayActAs(projectId, 'owner');
  const props = { projectId, mayChange };
  return (
    <Page title="Settings" layout="fill">
      <Tabs
        label="Settings"
        tabs={settingsSections}
        value={section ?? 'messages'}
        onChange={(next) => void navigate({ search: { section: next }, replace: true })}
      >
        {settingsSections.map(({ value }) => {
          const Section = sections[value];
          return (
            <TabPanel key={value} value={value}>
              <div className="mx-auto flex max-w-220 flex-col gap-4 p-4 md:p-6">
                {!mayChange && (
                  <Banner kind="info">
                    Only owners of the project change its settings: ask one of them for what you need.
                  </Banner>
                )}
                <Section {...props} />
              </div>
            </TabPanel>
          );
        })}
      </Tabs>
    </Page>
  );
}
