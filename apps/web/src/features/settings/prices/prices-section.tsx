import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { projectQuery } from '../../../lib/project-query.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { PriceList } from './price-list.tsx';

interface PricesSectionProps {
  readonly projectId: string;
  readonly mayChange: boolean;
}

const route = getRouteApi('/projects/$projectId/settings');

/** What a part costs, for each integration. */
export function PricesSection({ projectId, mayChange }: PricesSectionProps) {
  const { data: project, error, refetch } = useQuery(projectQuery(projectId));
  const { integration: chosen } = route.useSearch();
  const navigate = useNavigate({ from: '/projects/$projectId/settings' });
  if (error && !project) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!project) return <Skeleton label="Loading prices" />;
  const { integrations, timeZone } = project;
  const integration = integrations.find(({ id }) => id === chosen) ?? integrations[0];
  if (!integration)
    return (
      <p className="text-13 text-ink-muted">
        The project has no provider, so there is nothing to have a price.{' '}
        <Link
          from="/projects/$projectId/settings"
          to="."
          search={{ section: 'providers' }}
          className="rounded-control text-ink underline underline-offset-2 hover:no-underline"
        >
          Add a provider
        </Link>
      </p>
    );

  return (
    <>
      {integrations.length > 1 && (
        <div className="w-80 max-w-full">
          <Field label="Provider">
            <Select
              options={integrations.map(({ id, name }) => ({ value: id, label: name }))}
              value={integration.id}
              onChange={(id) =>
                void navigate({ to: '.', search: { section: 'prices', integration: id }, replace: true })
              }
            />
          </Field>
        </div>
      )}
      <PriceList
        key={integration.id}
        projectId={projectId}
        integration={integration}
        timeZone={timeZone}
        mayChange={mayChange}
      />
    </>
  );
}
