interface Entry<T> {
  readonly at: number;
  /** Entries due in the same millisecond leave in the order they came. */
  readonly order: number;
  readonly item: T;
}

export interface DueQueue<T> {
  /** Hands `item` out at epoch millisecond `at`, or at once when that has passed. */
  push(at: number, item: T): void;
  stop(): void;
}

/** A heap behind a single timer: a million waiting messages cost a million small entries, not a million timers. */
export function createDueQueue<T>(onDue: (item: T) => void): DueQueue<T> {
  const heap: Entry<T>[] = [];
  let timer: NodeJS.Timeout | undefined;
  let wakesAt = Infinity;
  let isStopped = false;
  let pushed = 0;

  function arm(): void {
    const next = heap[0]?.at ?? Infinity;
    if (next >= wakesAt) return;
    clearTimeout(timer);
    wakesAt = next;
    // setTimeout takes 32 bits at most; waking early only re-arms.
    timer = setTimeout(drain, Math.min(Math.max(next - Date.now(), 1), 0x7fffffff));
  }

  function drain(): void {
    wakesAt = Infinity;
    const now = Date.now();
    for (let first = heap[0]; first !== undefined && first.at <= now; first = heap[0]) {
      removeFirst(heap);
      onDue(first.item);
    }
    arm();
  }

  return {
    push(at, item) {
      if (isStopped) return;
      pushed += 1;
      insert(heap, { at, order: pushed, item });
      arm();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
      heap.length = 0;
    },
  };
}

function insert<T>(heap: Entry<T>[], entry: Entry<T>): void {
  let position = heap.length;
  heap.push(entry);
  while (position > 0) {
    const parentPosition = (position - 1) >> 1;
    const parent = heap[parentPosition];
    if (parent === undefined || isBefore(parent, entry)) break;
    heap[position] = parent;
    position = parentPosition;
  }
  heap[position] = entry;
}

function removeFirst<T>(heap: Entry<T>[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let position = 0;
  for (;;) {
    const left = 2 * position + 1;
    const [leftChild, rightChild] = [heap[left], heap[left + 1]];
    const isRight = leftChild !== undefined && rightChild !== undefined && isBefore(rightChild, leftChild);
    const child = isRight ? rightChild : leftChild;
    if (child === undefined || isBefore(last, child)) break;
    heap[position] = child;
    position = isRight ? left + 1 : left;
  }
  heap[position] = last;
}

function isBefore(one: Entry<unknown>, other: Entry<unknown>): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
