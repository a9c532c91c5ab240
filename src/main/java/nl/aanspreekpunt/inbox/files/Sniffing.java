package nl.aanspreekpunt.inbox.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.inbox.StoredFile.Hold;
import nl.aanspreekpunt.inbox.email.Attachments;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/**
 * Looks at a file while it passes, piece by piece: what it is, how large, its digest, and whether
 * something in it is to be held back. Of one thread at a time; it keeps the first piece and the
 * last megabyte.
 */
final class Sniffing {
  private static final int TAIL = 1 << 20;
  private static final int LONGEST_NAME = 255;

  /** In an OLE2 file (MS-CFB) names stand in UTF-16. */
  private static final byte[] MACROS = "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE);

  private static final byte[] SEALED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
  private static final byte[] OLE_START = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

  private final String name;
  private final HeldKinds held;
  private final MessageDigest digest = sha256();
  private byte[] first = new byte[0];
  private byte[] tail = new byte[0];
  private long size;
  private boolean macros;
  private boolean sealed;

  Sniffing(String name, HeldKinds held) {
    this.name = shown(name);
    this.held = held;
  }

  /** Nothing in it turns the name around, breaks its line or makes it a path. */
  private static String shown(String name) {
    String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").replaceAll("[/\\\\]", "_").strip();
    return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
  }

  String name() {
    return name;
  }

  long size() {
    return size;
  }

  void take(byte[] piece) {
    digest.update(piece);
    if (size == 0) {
      first = piece;
    }
    size += piece.length;
    byte[] before = Arrays.copyOfRange(tail, Math.max(0, tail.length - 64), tail.length);
    byte[] across = joined(before, piece);
    macros |= has(across, MACROS);
    sealed |= has(across, SEALED);
    byte[] both = joined(tail, piece);
    tail = Arrays.copyOfRange(both, Math.max(0, both.length - TAIL), both.length);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static boolean has(byte[] all, byte[] what) {
    for (int at = 0; at + what.length <= all.length; at++) {
      if (all[at] == what[0] && Arrays.equals(all, at, at + what.length, what, 0, what.length)) {
        return true;
      }
    }
    return false;
  }

  /** After the last piece. */
  StoredFile found(int part, StoredFile.Verdict verdict) {
    String type = type();
    String hex = HexFormat.of().formatHex(digest.digest());
    return new StoredFile(part, name, type, size, hex, hold(type), verdict, null, null, null);
  }

  private String type() {
    Metadata said = new Metadata();
    if (!name.isEmpty()) {
      said.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    }
    try {
      return MimeTypes.getDefaultMimeTypes()
          .detect(new ByteArrayInputStream(first), said)
          .getBaseType()
          .toString()
          .toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
  }

  private Hold hold(String type) {
    Hold byName = held.byName(name);
    Hold byType = byName == null ? held.byType(type) : byName;
    return byType == null ? inside(type) : byType;
  }

  private Hold inside(String type) {
    if (starts(OLE_START)) {
      return ole();
    }
    if (type.equals("message/rfc822") && size == tail.length) {
      return first(Attachments.names(tail));
    }
    return starts("PK".getBytes(StandardCharsets.US_ASCII)) ? zip(type) : null;
  }

  private boolean starts(byte[] with) {
    return first.length >= with.length
        && Arrays.equals(first, 0, with.length, with, 0, with.length);
  }

  private Hold ole() {
    if (sealed && held.holds(Hold.ENCRYPTED)) {
      return Hold.ENCRYPTED;
    }
    return macros && held.holds(Hold.MACROS) ? Hold.MACROS : null;
  }

  private Hold zip(String type) {
    Optional<ZipNames> names = ZipNames.in(tail, size);
    if (names.isEmpty()) {
      return held.holds(Hold.ARCHIVES) ? Hold.ARCHIVES : null;
    }
    if (names.get().encrypted() && held.holds(Hold.ENCRYPTED)) {
      return Hold.ENCRYPTED;
    }
    List<String> all = names.get().names();
    return document(type) ? first(all.stream().filter(name -> !drawn(name)).toList()) : first(all);
  }

  private Hold first(List<String> names) {
    return names.stream().map(this::within).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private boolean drawn(String entry) {
    return within(entry) == Hold.ACTIVE;
  }

  /** An office document has drawings and pages of its own, which do not run there. */
  private static boolean document(String type) {
    return type.contains("officedocument")
        || type.contains("opendocument")
        || type.equals("application/epub+zip");
  }

  private Hold within(String entry) {
    String file = entry.substring(entry.lastIndexOf('/') + 1);
    boolean macro = file.equalsIgnoreCase("vbaProject.bin") || entry.startsWith("Basic/");
    if (macro) {
      return held.holds(Hold.MACROS) ? Hold.MACROS : null;
    }
    if (HeldKinds.packed(file)) {
      return held.holds(Hold.ARCHIVES) ? Hold.ARCHIVES : null;
    }
    return held.byName(file);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}
