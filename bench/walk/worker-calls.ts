/** What the bench asks of a worker. */
export type WorkerCall =
  | { readonly kind: 'prepare' }
  | { readonly kind: 'audience'; readonly customers: number }
  | { readonly kind: 'start'; readonly projectId: string }
  | { readonly kind: 'work' }
  | { readonly kind: 'clock'; readonly offsetMs: number }
  | { readonly kind: 'ask'; readonly sql: string; readonly values: readonly unknown[] }
  | { readonly kind: 'end' };
