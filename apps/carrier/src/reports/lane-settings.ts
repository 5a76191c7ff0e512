/** What of the behaviour callbacks go by. */
export interface LaneSettings {
  readonly concurrency: number;
  readonly timeoutMs: number;
  readonly retry: { readonly firstMs: number; readonly times: number };
  readonly cmRetry: { readonly everyMs: number; readonly forMs: number };
}
