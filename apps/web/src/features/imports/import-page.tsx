import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { useMayActAs } from '../../lib/use-may-act-as.ts';
import { buttonClass } from '../../ui/button-class.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ChooseStep } from './choose/choose-step.tsx';
import { importQuery } from './import-query.ts';
import { MappingStep } from './mapping/mapping-step.tsx';
import { ProgressStep } from './progress-step.tsx';
import { ResultStep } from './result/result-step.tsx';
import { useStepFocus } from './use-step-focus.ts';

const route = getRouteApi('/projects/$projectId/customers/import');

/** From a CSV file to customers. Which import it is stands in the address, so that a reload goes on where it was. */
export function ImportPage() {
  const { projectId } = route.useParams();
  const { import: importId } = route.useSearch();
  const mayImport = useMayActAs(projectId, 'editor');
  const { data, error, refetch } = useQuery({
    ...importQuery(projectId, importId ?? ''),
    enabled: importId !== undefined,
  });

  useStepFocus(importId === undefined ? 'choose' : (data?.status ?? 'loading'));

  const step = () => {
    if (!mayImport) return <NotForViewers />;
    if (importId === undefined) return <ChooseStep projectId={projectId} />;
    if (!data && error)
      return (
        <>
          <ErrorState error={error} onRetry={() => void refetch()} />
          <Link
            to="/projects/$projectId/customers/import"
            params={{ projectId }}
            className={`self-center ${buttonClass('secondary')}`}
          >
            Choose a file
          </Link>
        </>
      );
    switch (data?.status) {
      case undefined:
        return <Skeleton label="Loading the import" rows={8} />;
      case 'uploaded':
        return <MappingStep projectId={projectId} uploaded={data} />;
      case 'running':
        return <ProgressStep running={data} />;
      case 'finished':
      case 'failed':
        return <ResultStep projectId={projectId} done={data} />;
    }
  };

  return (
    <Page
      title="Import customers"
      crumbs={[{ label: 'Customers', link: { to: '/projects/$projectId/customers', params: { projectId } } }]}
      layout={mayImport && data?.status === 'uploaded' && importId !== undefined ? 'fill' : 'scroll'}
    >
      {step()}
    </Page>
  );
}

function NotForViewers() {
  return (
    <EmptyState
      icon={<Lock />}
      sentence="Editors and owners of this project import customers. Ask an owner to make you one."
    />
  );
}
