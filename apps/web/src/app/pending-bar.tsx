import { useRouterState } from '@tanstack/react-router';

/** A thin line at the top while the next page is on its way; a quick one never shows it. */
export function PendingBar() {
  const isPending = useRouterState({ select: (state) => state.isLoading });
  if (!isPending) return null;
  return (
    <div
      aria-hidden
      className="fixed inset-x-0 top-0 z-50 h-0.5 animate-appear overflow-hidden [animation-delay:200ms] [animation-fill-mode:both]"
    >
      <div className="h-full w-1/4 animate-sweep bg-accent" />
    </div>
  );
}
