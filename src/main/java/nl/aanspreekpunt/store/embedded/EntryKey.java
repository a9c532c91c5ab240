package nl.aanspreekpunt.store.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.backend.Missing;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.bson.types.ObjectId;

/**
 * An entry of an index as bytes that sort as MongoDB orders their values: an index stands in memory
 * whole, and bytes take less than half of what the values would. Values of a type that no query
 * asks for are alike: what is found is held against the filter anyway.
 */
final class EntryKey {
  /** After everything that starts with the same values. */
  private static final int LAST = 0xff;

  private static final int NULL = 0x05;
  private static final int NUMBER = 0x10;
  private static final int TEXT = 0x20;
  private static final int OBJECT_ID = 0x30;
  private static final int BOOLEAN = 0x40;
  private static final int MOMENT = 0x50;
  private static final int OTHER = 0x60;

  /** How many bytes tell where the position starts. */
  private static final int LENGTH = 2;

  private EntryKey() {}

  static byte[] of(List<Object> values, String position) {
    ByteArrayOutputStream key = new ByteArrayOutputStream(96);
    values.forEach(value -> write(value, key));
    byte[] id = position.getBytes(UTF_8);
    key.writeBytes(id);
    key.write(id.length >> 8);
    key.write(id.length);
    return key.toByteArray();
  }

  /** Where it leads, from a key of {@link #of}. */
  static String position(byte[] key) {
    int length = ByteBuffer.wrap(key).getShort(key.length - LENGTH) & 0xffff;
    return new String(key, key.length - LENGTH - length, length, UTF_8);
  }

  /** Before all entries that start with these values. */
  static byte[] before(List<Object> values) {
    ByteArrayOutputStream key = new ByteArrayOutputStream();
    values.forEach(value -> write(value, key));
    return key.toByteArray();
  }

  /** After all entries that start with these values; a position never starts with such a byte. */
  static byte[] after(List<Object> values) {
    ByteArrayOutputStream key = new ByteArrayOutputStream();
    values.forEach(value -> write(value, key));
    key.write(LAST);
    return key.toByteArray();
  }

  private static void write(Object value, ByteArrayOutputStream key) {
    if (value == null || value instanceof Missing) {
      key.write(NULL);
    } else if (value instanceof Number number) {
      key.write(NUMBER);
      key.writeBytes(ordered(number.doubleValue()));
    } else if (value instanceof String text) {
      key.write(TEXT);
      text(text, key);
    } else if (value instanceof ObjectId id) {
      key.write(OBJECT_ID);
      key.writeBytes(id.toByteArray());
    } else if (value instanceof Boolean yes) {
      key.write(BOOLEAN);
      key.write(yes ? 1 : 0);
    } else if (value instanceof Instant moment) {
      key.write(MOMENT);
      key.writeBytes(bytes(millis(moment) ^ Long.MIN_VALUE));
    } else {
      key.write(OTHER);
    }
  }

  /** A text ends with 0 1, so that a shorter one comes first; a zero within is 0 255. */
  private static void text(String text, ByteArrayOutputStream key) {
    for (byte one : text.getBytes(UTF_8)) {
      key.write(one);
      if (one == 0) {
        key.write(0xff);
      }
    }
    key.write(0);
    key.write(1);
  }

  /** A negative number has all its bits turned, a positive one its sign. */
  private static byte[] ordered(double number) {
    long bits = Double.doubleToLongBits(number == 0 ? 0.0 : number);
    return bytes(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
  }

  private static long millis(Instant moment) {
    return moment.equals(Instant.MIN) ? Long.MIN_VALUE : moment.toEpochMilli();
  }

  private static byte[] bytes(long bits) {
    return ByteBuffer.allocate(Long.BYTES).putLong(bits).array();
  }
}
