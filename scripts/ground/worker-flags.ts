/**
 * What Node is told of a process that only works: a small heap, collected as often as keeps it below 400 MB whatever comes and no oftener; and what collects
 * it is the process itself, as the other cores have other workers and the database to run (`pnpm -s bench walk`).
 */
export const workerFlags = [
  '--max-old-space-size=320',
  '--min-semi-space-size=32',
  '--max-semi-space-size=32',
  '--single-threaded-gc',
  '--heap-growing-percent=60',
  '--no-memory-reducer',
];
