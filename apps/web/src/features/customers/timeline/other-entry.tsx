import type { CustomerEvent, Project } from '@curlew/contract';
import { useQuery } from '@tanstack/react-query';
import { Activity } from 'lucide-react';
import { projectQuery } from '../../../lib/project-query.ts';
import { describeEvent } from './describe-event.ts';
import { EventProperties } from './event-properties.tsx';
import { TimelineEntry } from './timeline-entry.tsx';

interface OtherEntryProps {
  readonly projectId: string;
  readonly event: CustomerEvent;
}

const noCategories: Project['consentCategories'] = [];

/** An event that Curlew only keeps: its type, what it is about, and its properties on demand. */
export function OtherEntry({ projectId, event }: OtherEntryProps) {
  const { data: project } = useQuery(projectQuery(projectId));
  return (
    <TimelineEntry
      icon={Activity}
      tone="neutral"
      at={event.timestamp}
      title={
        <>
          <span className="font-mono text-12 font-medium">{event.type}</span>
          <span className="min-w-0 truncate text-12 text-ink-muted">
            {describeEvent(event, project?.consentCategories ?? noCategories)}
          </span>
        </>
      }
    >
      <EventProperties properties={event.properties} />
    </TimelineEntry>
  );
}
