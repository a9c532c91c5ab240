package nl.aanspreekpunt.inbox.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands in a zip, from the directory at its end (PKWARE's APPNOTE, 4.3.12 and 4.3.16):
 * nothing is unpacked, so that nothing can grow.
 *
 * @param names of the files in it
 * @param encrypted whether one of them has a password
 */
record ZipNames(List<String> names, boolean encrypted) {
  private static final int END = 0x06054b50;
  private static final int ENTRY = 0x02014b50;
  private static final int END_LENGTH = 22;
  private static final int ENTRY_LENGTH = 46;

  /**
   * @param tail the last bytes of the file
   * @param length of the whole file
   * @return empty when its directory is not in the tail, is none, or is in doubt
   */
  static Optional<ZipNames> in(byte[] tail, long length) {
    ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
    int end = -1;
    for (int at = tail.length - END_LENGTH; at >= 0; at--) {
      int comment = Short.toUnsignedInt(bytes.getShort(at + 20));
      if (bytes.getInt(at) == END && at + END_LENGTH + comment == tail.length) {
        if (end >= 0) {
          return Optional.empty(); // two ends: which one counts, programs do not agree on
        }
        end = at;
      }
    }
    return end < 0 ? Optional.empty() : at(tail, end, length);
  }

  /** By how long the directory is: where it says it starts may count from elsewhere. */
  private static Optional<ZipNames> at(byte[] tail, int end, long length) {
    ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
    long size = Integer.toUnsignedLong(bytes.getInt(end + 12));
    int count = Short.toUnsignedInt(bytes.getShort(end + 10));
    long from = end - size;
    if (from < 0 || size > length) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    boolean encrypted = false;
    int at = (int) from;
    while (at + ENTRY_LENGTH <= end && bytes.getInt(at) == ENTRY) {
      encrypted |= (bytes.getShort(at + 8) & 1) == 1;
      int name = Short.toUnsignedInt(bytes.getShort(at + 28));
      int more =
          Short.toUnsignedInt(bytes.getShort(at + 30))
              + Short.toUnsignedInt(bytes.getShort(at + 32));
      if (at + ENTRY_LENGTH + name > end) {
        return Optional.empty();
      }
      names.add(new String(tail, at + ENTRY_LENGTH, name, StandardCharsets.UTF_8));
      at += ENTRY_LENGTH + name + more;
    }
    boolean hides = count == 0 && length > END_LENGTH; // files that its directory does not name
    return names.size() == count && !hides
        ? Optional.of(new ZipNames(names, encrypted))
        : Optional.empty();
  }
}
