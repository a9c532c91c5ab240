package nl.aanspreekpunt.store.embedded;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * For each term the numbers of the documents that have it, in memory. Most terms are in one
 * document, whose number then stands in the place of a list; a list keeps only the steps between
 * its numbers, most of them one byte. Of a term itself 64 bits are kept: two terms that share these
 * find each other's documents, which are held against the query anyway.
 */
final class TermPostings {
  private static final int FEWEST = 1024;

  /** By slot, 0: free. */
  private long[] prints = new long[FEWEST];

  /** By slot: a document and one, or below zero a list and one. */
  private int[] places = new int[FEWEST];

  private int terms;
  private byte[][] lists = new byte[16][];
  private int[] lengths = new int[16];
  private int[] lasts = new int[16];
  private int listed;

  /** Of one term the numbers come in ascending order; the same again changes nothing. */
  void add(String term, int document) {
    add(print(term), document);
  }

  private void add(long print, int document) {
    int slot = slot(print);
    int place = places[slot];
    if (place == 0) {
      prints[slot] = print;
      places[slot] = document + 1;
      terms++;
      if (terms > prints.length / 10 * 8) {
        spread();
      }
    } else if (place < 0) {
      append(-place - 1, document);
    } else if (place != document + 1) {
      places[slot] = -list(place - 1) - 1;
      append(-places[slot] - 1, document);
    }
  }

  /** Sets the bit of each document that has this term. */
  void find(String term, BitSet found) {
    each(slot(print(term)), found::set);
  }

  /** The same with other numbers for the documents; below zero: it is left out. */
  TermPostings renumbered(IntUnaryOperator to) {
    TermPostings renewed = new TermPostings();
    for (int slot = 0; slot < prints.length; slot++) {
      long print = prints[slot];
      each(
          slot,
          document -> {
            int number = to.applyAsInt(document);
            if (number >= 0) {
              renewed.add(print, number);
            }
          });
    }
    return renewed;
  }

  int size() {
    return terms;
  }

  /** Of what is kept, without what the virtual machine adds to an array. */
  long bytes() {
    long all = prints.length * 12L + lists.length * 12L;
    for (int i = 0; i < listed; i++) {
      all += lists[i].length;
    }
    return all;
  }

  private interface Numbers {
    void accept(int document);
  }

  private void each(int slot, Numbers numbers) {
    int place = places[slot];
    if (place > 0) {
      numbers.accept(place - 1);
    } else if (place < 0) {
      byte[] list = lists[-place - 1];
      int length = lengths[-place - 1];
      int document = 0;
      for (int at = 0; at < length; ) {
        int step = 0;
        for (int shift = 0; ; shift += 7) {
          byte next = list[at++];
          step |= (next & 0x7f) << shift;
          if (next >= 0) {
            break;
          }
        }
        document += step;
        numbers.accept(document);
      }
    }
  }

  private int list(int first) {
    if (listed == lists.length) {
      int more = listed + listed / 2;
      lists = Arrays.copyOf(lists, more);
      lengths = Arrays.copyOf(lengths, more);
      lasts = Arrays.copyOf(lasts, more);
    }
    lists[listed] = new byte[8];
    write(listed, first);
    lasts[listed] = first;
    return listed++;
  }

  private void append(int list, int document) {
    if (document < lasts[list]) {
      throw new IllegalArgumentException(document + " comes after " + lasts[list]);
    }
    if (document > lasts[list]) {
      write(list, document - lasts[list]);
      lasts[list] = document;
    }
  }

  /** Seven bits in each byte, the lowest first; the eighth says that more follow. */
  private void write(int list, int number) {
    if (lengths[list] + 5 > lists[list].length) {
      lists[list] = Arrays.copyOf(lists[list], lengths[list] + lengths[list] / 8 + 8);
    }
    int left = number;
    while (left > 0x7f) {
      lists[list][lengths[list]++] = (byte) ((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    lists[list][lengths[list]++] = (byte) left;
  }

  /** Where a term stands, or would. */
  private int slot(long print) {
    int mask = prints.length - 1;
    int slot = (int) (print ^ (print >>> 32)) & mask;
    while (prints[slot] != 0 && prints[slot] != print) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void spread() {
    long[] before = prints;
    int[] there = places;
    prints = new long[before.length * 2];
    places = new int[before.length * 2];
    for (int i = 0; i < before.length; i++) {
      if (before[i] != 0) {
        int slot = slot(before[i]);
        prints[slot] = before[i];
        places[slot] = there[i];
      }
    }
  }

  /** FNV-1a, mixed; never 0. */
  private static long print(String term) {
    long print = 0xcbf29ce484222325L;
    for (int i = 0; i < term.length(); i++) {
      print = (print ^ term.charAt(i)) * 0x100000001b3L;
    }
    print = (print ^ (print >>> 33)) * 0xff51afd7ed558ccdL;
    print ^= print >>> 33;
    return print == 0 ? 1 : print;
  }
}
