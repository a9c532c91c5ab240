package nl.aanspreekpunt.store.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A document as it stands in the store, of which single fields are read or put in place of others
 * while the rest stays bytes (<a href="https://bsonspec.org/spec.html">BSON 1.1</a>): a case has
 * hundreds of values, and most changes concern two.
 */
final class StoredDocument {
  private static final byte STRING = 0x02;
  private static final byte ARRAY = 0x04;
  private static final int USUAL_BYTES = 4096;

  /** Length in front, zero behind. */
  private static final int AROUND = Integer.BYTES + 1;

  private final byte[] bson;

  /** Where each field stands, in their order. */
  private final Map<String, Span> spans;

  private record Span(int from, int to) {}

  private StoredDocument(byte[] bson, Map<String, Span> spans) {
    this.bson = bson;
    this.spans = spans;
  }

  static Document decoded(byte[] bson) {
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
  }

  static byte[] encoded(Document document) {
    ByteBuf buffer = Unpooled.buffer(USUAL_BYTES);
    BsonEncoder.encodeDocument(document, buffer);
    return ByteBufUtil.getBytes(buffer);
  }

  /** Empty when it has a value of a kind that this class does not know. */
  static Optional<StoredDocument> of(byte[] bson) {
    Map<String, Span> spans = new LinkedHashMap<>();
    ByteBuffer bytes = ByteBuffer.wrap(bson).order(ByteOrder.LITTLE_ENDIAN);
    int at = Integer.BYTES;
    while (bson[at] != 0) {
      int name = at + 1;
      int value = end(bson, name);
      int length = length(bson[at], bytes, value);
      if (length < 0) {
        return Optional.empty();
      }
      spans.put(new String(bson, name, value - 1 - name, UTF_8), new Span(at, value + length));
      at = value + length;
    }
    return Optional.of(new StoredDocument(bson, spans));
  }

  /** After the zero that ends a name. */
  private static int end(byte[] bson, int from) {
    int at = from;
    while (bson[at] != 0) {
      at++;
    }
    return at + 1;
  }

  private static int length(byte type, ByteBuffer bytes, int at) {
    return switch (type) {
      case 0x01, 0x09, 0x11, 0x12 -> Long.BYTES;
      case 0x02 -> Integer.BYTES + bytes.getInt(at);
      case 0x03, 0x04 -> bytes.getInt(at);
      case 0x05 -> Integer.BYTES + 1 + bytes.getInt(at);
      case 0x07 -> 12;
      case 0x08 -> 1;
      case 0x0a -> 0;
      case 0x10 -> Integer.BYTES;
      default -> -1;
    };
  }

  /** The fields that are other bytes in the other document, or are in one of the two only. */
  Set<String> differing(StoredDocument other) {
    Set<String> fields = new HashSet<>(spans.keySet());
    other.spans.forEach(
        (field, span) -> {
          if (same(spans.get(field), other, span)) {
            fields.remove(field);
          } else {
            fields.add(field);
          }
        });
    return fields;
  }

  private boolean same(Span mine, StoredDocument other, Span its) {
    return mine != null
        && Arrays.equals(bson, mine.from(), mine.to(), other.bson, its.from(), its.to());
  }

  /** Only these fields of it. */
  Document only(Set<String> fields) {
    return decoded(cut(new Cut(fields, true)));
  }

  /** Whether a field is, or lists, one of these texts, each in UTF-8. */
  boolean holds(String field, List<byte[]> texts) {
    Span span = spans.get(field);
    if (span == null) {
      return false;
    }
    ByteBuffer bytes = ByteBuffer.wrap(bson).order(ByteOrder.LITTLE_ENDIAN);
    int value = end(bson, span.from() + 1);
    return switch (bson[span.from()]) {
      case STRING -> is(texts, value + Integer.BYTES, bytes.getInt(value) - 1);
      case ARRAY -> lists(bytes, value + Integer.BYTES, texts);
      default -> false;
    };
  }

  private boolean lists(ByteBuffer bytes, int from, List<byte[]> texts) {
    int at = from;
    while (bson[at] != 0) {
      int value = end(bson, at + 1);
      if (bson[at] == STRING && is(texts, value + Integer.BYTES, bytes.getInt(value) - 1)) {
        return true;
      }
      at = value + length(bson[at], bytes, value);
    }
    return false;
  }

  private boolean is(List<byte[]> texts, int from, int length) {
    for (byte[] text : texts) {
      if (text.length == length && Arrays.equals(bson, from, from + length, text, 0, length)) {
        return true;
      }
    }
    return false;
  }

  /** What is wanted of it. */
  static byte[] cut(byte[] bson, Cut cut) {
    return cut.whole()
        ? bson
        : of(bson).map(one -> one.cut(cut)).orElseGet(() -> cut(decoded(bson), cut));
  }

  private byte[] cut(Cut cut) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(bson.length);
    spans.forEach(
        (field, span) -> {
          if (cut.keeps(field)) {
            write(span, body);
          }
        });
    return whole(body);
  }

  private static byte[] cut(Document whole, Cut cut) {
    whole.keySet().removeIf(field -> !cut.keeps(field));
    return encoded(whole);
  }

  /** With these fields in the place of what they were, or at its end, and without others. */
  byte[] with(Document set, Set<String> without) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(bson.length + USUAL_BYTES);
    spans.forEach(
        (field, span) -> {
          if (set.containsKey(field)) {
            write(field, set.get(field), body);
          } else if (!without.contains(field)) {
            write(span, body);
          }
        });
    set.forEach(
        (field, value) -> {
          if (!spans.containsKey(field)) {
            write(field, value, body);
          }
        });
    return whole(body);
  }

  private void write(Span span, ByteArrayOutputStream to) {
    to.write(bson, span.from(), span.to() - span.from());
  }

  private static void write(String field, Object value, ByteArrayOutputStream to) {
    byte[] alone = encoded(new Document(field, value));
    to.write(alone, Integer.BYTES, alone.length - AROUND);
  }

  private static byte[] whole(ByteArrayOutputStream body) {
    return ByteBuffer.allocate(body.size() + AROUND)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(body.size() + AROUND)
        .put(body.toByteArray())
        .array();
  }
}
