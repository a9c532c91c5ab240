package nl.aanspreekpunt.store.embedded;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A set of keys in the order of their unsigned bytes. Neighbours stand together in small blocks, of
 * each only what differs from the one before it: an index of 100,000 cases takes a fifth of what a
 * tree with a node for each key takes, and a small heap is not filled by it.
 */
final class PackedKeys {
  private static final int MOST_BYTES = 1024;

  /** Block by its first key; no block is empty. */
  private final NavigableMap<byte[], byte[]> blocks = new TreeMap<>(Arrays::compareUnsigned);

  private int size;

  void add(byte[] key) {
    byte[] first = blockOf(key);
    List<byte[]> keys = first == null ? new ArrayList<>() : unpacked(blocks.get(first));
    int at = Collections.binarySearch(keys, key, Arrays::compareUnsigned);
    if (at >= 0) {
      return;
    }
    size++;
    keys.add(-at - 1, key);
    byte[] packed = packed(keys);
    if (packed.length <= MOST_BYTES || keys.size() == 1) {
      put(first, keys.get(0), packed);
      return;
    }
    // What comes in order (moments do) leaves full blocks behind.
    int half = -at == keys.size() ? keys.size() - 1 : keys.size() / 2;
    List<byte[]> later = keys.subList(half, keys.size());
    put(first, keys.get(0), packed(keys.subList(0, half)));
    blocks.put(later.get(0), packed(later));
  }

  void remove(byte[] key) {
    byte[] first = blockOf(key);
    List<byte[]> keys = first == null ? List.of() : unpacked(blocks.get(first));
    int at = Collections.binarySearch(keys, key, Arrays::compareUnsigned);
    if (at < 0) {
      return;
    }
    size--;
    keys.remove(at);
    if (keys.isEmpty()) {
      blocks.remove(first);
    } else {
      put(first, keys.get(0), packed(keys));
    }
  }

  /** Where a key stands or would stand; null when there is none yet. */
  private byte[] blockOf(byte[] key) {
    byte[] first = blocks.floorKey(key);
    return first != null || blocks.isEmpty() ? first : blocks.firstKey();
  }

  private void put(byte[] before, byte[] first, byte[] packed) {
    if (before != null && !Arrays.equals(before, first)) {
      blocks.remove(before);
    }
    blocks.put(first, packed);
  }

  /** Both ends included. */
  Stream<byte[]> between(byte[] from, byte[] to, boolean descending) {
    byte[] start = blocks.floorKey(from);
    NavigableMap<byte[], byte[]> found =
        start == null ? blocks.headMap(to, true) : blocks.subMap(start, true, to, true);
    return (descending ? found.descendingMap() : found)
        .values().stream()
            .flatMap(block -> inOrder(block, descending).stream())
            .filter(
                key ->
                    Arrays.compareUnsigned(from, key) <= 0 && Arrays.compareUnsigned(key, to) <= 0);
  }

  private static List<byte[]> inOrder(byte[] block, boolean descending) {
    List<byte[]> keys = unpacked(block);
    if (descending) {
      Collections.reverse(keys);
    }
    return keys;
  }

  int size() {
    return size;
  }

  void clear() {
    blocks.clear();
    size = 0;
  }

  /** Of each key: how many bytes it shares with the one before, how many follow, and those. */
  private static byte[] packed(List<byte[]> keys) {
    ByteArrayOutputStream block = new ByteArrayOutputStream(MOST_BYTES + 64);
    byte[] before = {};
    for (byte[] key : keys) {
      int mismatch = Arrays.mismatch(before, key);
      int shared = mismatch < 0 ? key.length : mismatch;
      write(shared, block);
      write(key.length - shared, block);
      block.write(key, shared, key.length - shared);
      before = key;
    }
    return block.toByteArray();
  }

  private static List<byte[]> unpacked(byte[] block) {
    List<byte[]> keys = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(block);
    byte[] before = {};
    while (bytes.hasRemaining()) {
      int shared = read(bytes);
      byte[] key = Arrays.copyOf(before, shared + read(bytes));
      bytes.get(key, shared, key.length - shared);
      keys.add(key);
      before = key;
    }
    return keys;
  }

  /** Seven bits in each byte, the lowest first; the eighth says that more follow. */
  private static void write(int number, ByteArrayOutputStream to) {
    int left = number;
    while (left > 0x7f) {
      to.write((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    to.write(left);
  }

  private static int read(ByteBuffer from) {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = from.get();
      number |= (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }
}
