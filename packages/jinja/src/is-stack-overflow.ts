/** Whether an error is the engine's own for a call stack that is full; engines name it differently. */
export function isStackOverflow(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    (error instanceof RangeError && error.message.includes('call stack')) ||
    error.message.includes('too much recursion')
  );
}
