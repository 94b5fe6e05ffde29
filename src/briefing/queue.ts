/** A binary heap: `take` gives the item that comes before all others. */
interface Queue<T> {
  add(item: T): void;
  take(): T | undefined;
  first(): T | undefined;
}

/** An empty queue ordered by `before`, which must be a strict order. */
export function createQueue<T>(before: (a: T, b: T) => boolean): Queue<T> {
  const heap: T[] = [];
  const settle = (item: T, from: number): void => {
    let at = from;
    while (true) {
      const left = 2 * at + 1;
      const child = left + 1 < heap.length && before(heap[left + 1]!, heap[left]!) ? left + 1 : left;
      if (child >= heap.length || !before(heap[child]!, item)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = item;
  };
  return {
    first: () => heap[0],
    add(item) {
      let at = heap.length;
      heap.push(item);
      while (at > 0 && before(item, heap[(at - 1) >> 1]!)) {
        heap[at] = heap[(at - 1) >> 1]!;
        at = (at - 1) >> 1;
      }
      heap[at] = item;
    },
    take() {
      const top = heap[0];
      const last = heap.pop();
      if (heap.length > 0) settle(last!, 0);
      return top;
    },
  };
}
