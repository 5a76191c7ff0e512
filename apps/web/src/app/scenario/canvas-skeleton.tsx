const blockClass = 'animate-breathe rounded-card bg-surface-hover';

/** The shape of palette, canvas and nodes while the scenario is on its way. */
export function CanvasSkeleton() {
  return (
    <output aria-label="Loading scenario" className="flex min-h-0 flex-1">
      <span className="flex w-56 shrink-0 flex-col gap-2 border-r p-3 max-lg:hidden">
        <span className={`h-14 ${blockClass}`} />
        <span className={`h-14 ${blockClass}`} />
      </span>
      <span className="flex min-w-0 flex-1 items-center justify-center gap-24 overflow-hidden bg-surface-sunken">
        <span className={`h-16 w-55 shrink-0 ${blockClass}`} />
        <span className={`h-16 w-55 shrink-0 ${blockClass}`} />
      </span>
    </output>
  );
}
