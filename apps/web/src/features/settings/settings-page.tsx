import { getRouteApi } from '@tanstack/react-router';
import { useMayActAs } from '../../lib/use-may-act-as.ts';
import { Banner } from '../../ui/banner.tsx';
import { Page } from '../../ui/page.tsx';
import { CampaignEventsSection } from './campaign-events/campaign-events-section.tsx';
import { MessagesSection } from './messages/messages-section.tsx';
import { PoliciesSection } from './policies/policies-section.tsx';
import { PricesSection } from './prices/prices-section.tsx';
import { ProvidersSection } from './providers/providers-section.tsx';
import { SectionLinks } from './section-links.tsx';
import { SendersSection } from './senders/senders-section.tsx';
import type { SettingsSection } from './settings-sections.ts';
import { UsNumbersSection } from './us-numbers/us-numbers-section.tsx';

const sections = {
  messages: MessagesSection,
  senders: SendersSection,
  policies: PoliciesSection,
  'us-numbers': UsNumbersSection,
  providers: ProvidersSection,
  prices: PricesSection,
  'campaign-events': CampaignEventsSection,
} as const satisfies { readonly [S in SettingsSection]: unknown };

const route = getRouteApi('/projects/$projectId/settings');

/** What the messages of a project have in common, what they go through, and what they cost. */
export function SettingsPage() {
  const { projectId } = route.useParams();
  const { section = 'messages' } = route.useSearch();
  const mayChange = useMayActAs(projectId, 'owner');
  const Section = sections[section];
  return (
    <Page title="Settings" layout="fill">
      <SectionLinks open={section} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-220 flex-col gap-4 p-4 md:p-6">
          {!mayChange && (
            <Banner kind="info">
              Only owners of the project change its settings: ask one of them for what you need.
            </Banner>
          )}
          <Section projectId={projectId} mayChange={mayChange} />
        </div>
      </div>
    </Page>
  );
}
