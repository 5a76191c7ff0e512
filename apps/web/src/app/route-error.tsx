import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ErrorState } from '../ui/error-state.tsx';
import { Page } from '../ui/page.tsx';

export function RouteError({ error }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <Page title="Not loaded">
      <ErrorState error={error} onRetry={() => void router.invalidate()} />
    </Page>
  );
}
