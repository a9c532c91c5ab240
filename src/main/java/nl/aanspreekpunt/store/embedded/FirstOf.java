package nl.aanspreekpunt.store.embedded;

import java.util.stream.IntStream;

/**
 * Numbers in order, of which only the first few are wanted: a heap, so that a thousand that nobody
 * asks for cost no more than a look each. Of each pair that compares as equal either may come
 * first.
 */
final class FirstOf {
  private final int[] heap;
  private final Order order;
  private int left;

  /** As a comparator, of numbers. */
  interface Order {
    int compare(int one, int other);
  }

  /**
   * @param numbers are put in another order
   */
  FirstOf(int[] numbers, Order order) {
    heap = numbers;
    left = numbers.length;
    this.order = order;
    for (int at = left / 2 - 1; at >= 0; at--) {
      sink(at);
    }
  }

  /** Each once, as it is asked for. */
  IntStream stream() {
    return IntStream.generate(this::next).limit(left);
  }

  private int next() {
    int first = heap[0];
    heap[0] = heap[--left];
    sink(0);
    return first;
  }

  private void sink(int from) {
    int at = from;
    int number = heap[at];
    while (2 * at + 1 < left) {
      int below = 2 * at + 1;
      if (below + 1 < left && order.compare(heap[below + 1], heap[below]) < 0) {
        below++;
      }
      if (order.compare(number, heap[below]) <= 0) {
        break;
      }
      heap[at] = heap[below];
      at = below;
    }
    heap[at] = number;
  }
}
