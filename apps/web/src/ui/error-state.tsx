import { RefreshCw, TriangleAlert } from 'lucide-react';
import { ApiError } from '../lib/api-error.ts';
import { describeError } from '../lib/error-sentences.ts';
import { Button } from './button.tsx';

interface ErrorStateProps {
  readonly error: unknown;
  /** Tries the failed thing again; without it the page is loaded anew. */
  readonly onRetry?: () => void;
}

const reload = (): void => window.location.reload();

/** In place of what could not be shown: what happened and the way out. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const requestId = error instanceof ApiError ? error.requestId : null;
  return (
    <div
      role="alert"
      className="flex flex-1 flex-col items-center justify-center gap-4 px-4 py-12 text-center"
    >
      <TriangleAlert aria-hidden className="size-6 text-bad" />
      <div className="flex max-w-96 flex-col gap-1">
        <p className="text-14 font-medium text-ink">{describeError(error)}</p>
        {requestId && (
          <p className="text-12 text-ink-faint">
            Request <span className="font-mono select-all">{requestId}</span>
          </p>
        )}
      </div>
      <Button icon={<RefreshCw />} onClick={onRetry ?? reload}>
        {onRetry ? 'Try again' : 'Reload page'}
      </Button>
    </div>
  );
}
