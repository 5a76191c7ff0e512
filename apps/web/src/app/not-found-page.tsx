import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';

export function NotFoundPage() {
  return (
    <Page title="Page not found">
      <EmptyState
        icon={<Compass />}
        sentence="There is nothing at this address: it was deleted, belongs to a project you cannot see, or has a typing error."
        action={
          <Link to="/" className={buttonClass('secondary')}>
            Go to the start page
          </Link>
        }
      />
    </Page>
  );
}
