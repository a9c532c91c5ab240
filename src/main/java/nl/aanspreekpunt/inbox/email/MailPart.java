package nl.aanspreekpunt.inbox.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.aanspreekpunt.inbox.Unread;

/**
 * A message or a part of it, as a range of the raw bytes: nothing is copied. Jakarta Mail's own
 * multipart makes some forty objects for each part before anything can count them, so the tree is
 * made here, within a budget, and its classes decode what the tree points at.
 *
 * @param index in reading order, among those without parts of their own; -1 for a multipart
 * @param from where the body begins
 * @param to behind its last byte
 */
record MailPart(
    int index, HeaderFields headers, MediaType media, int from, int to, List<MailPart> parts) {

  static MailPart read(byte[] raw, Budget budget) {
    return new Walk(raw, budget).part(0, raw.length, "text/plain", 0);
  }

  /** Lower case; empty when nothing is said. */
  String encoding() {
    return headers.first("content-transfer-encoding").toLowerCase(Locale.ROOT);
  }

  /** A whole message, kept as it came. */
  boolean isMessage() {
    return media.type().equals("message/rfc822") || media.type().equals("message/global");
  }

  /** All that have no parts of their own, in reading order. */
  List<MailPart> leaves() {
    List<MailPart> leaves = new ArrayList<>();
    addLeaves(leaves);
    return leaves;
  }

  private void addLeaves(List<MailPart> leaves) {
    if (index >= 0) {
      leaves.add(this);
    }
    parts.forEach(part -> part.addLeaves(leaves));
  }

  private static final class Walk {
    private final byte[] raw;
    private final Budget budget;
    private int leaves;

    Walk(byte[] raw, Budget budget) {
      this.raw = raw;
      this.budget = budget;
    }

    MailPart part(int from, int to, String otherwise, int depth) {
      HeaderFields headers = HeaderFields.read(raw, from, to, budget);
      boolean known = headers.whole() || depth == 0;
      MediaType media =
          MediaType.of(headers, known ? otherwise : "application/octet-stream", budget);
      int body = headers.bodyFrom();
      if (media.isSealed()) {
        budget.lacks(Unread.SEALED);
      }
      if (media.isMultipart() && (depth < Budget.DEEPEST || budget.lacks(Unread.DEPTH))) {
        String boundary = boundary(media.boundary(), body, to);
        return boundary.isEmpty()
            ? leaf(headers, media, body, to)
            : new MailPart(
                -1, headers, media, body, to, parts(media.type(), boundary, body, to, depth + 1));
      }
      return leaf(headers, media, body, to);
    }

    private MailPart leaf(HeaderFields headers, MediaType media, int body, int to) {
      return new MailPart(leaves++, headers, media, body, to, List.of());
    }

    /**
     * As declared when a line has it, else as the first line that can be one says; empty when it
     * has no parts at all.
     */
    private String boundary(String declared, int from, int to) {
      byte[] dashes = ("--" + declared).getBytes(StandardCharsets.ISO_8859_1);
      String first = "";
      for (int line = from; line < to; line = nextLine(line, to)) {
        if (raw[line] == '-') {
          if (!declared.isEmpty() && isBoundary(dashes, line, to)) {
            return declared;
          }
          first = first.isEmpty() ? possible(line, to) : first;
        }
      }
      budget.lacks(Unread.TRUNCATED);
      return first;
    }

    /** A line that can begin a part: two dashes, something without spaces, a header below it. */
    private String possible(int line, int to) {
      int next = nextLine(line, to);
      int end = withoutLineEnd(line, next);
      boolean dashed = end - line > 4 && end - line <= 72 && raw[line + 1] == '-';
      String found = dashed ? Charsets.guess(raw, line + 2, end) : "";
      int head = Math.min(to, next + 8);
      String below = Charsets.guess(raw, next, head).toLowerCase(Locale.ROOT);
      return !found.contains(" ") && below.startsWith("content-") ? found : "";
    }

    /** RFC 2046, section 5.1.1. */
    private List<MailPart> parts(String type, String boundary, int from, int to, int depth) {
      byte[] dashes = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
      String otherwise = type.equals("multipart/digest") ? "message/rfc822" : "text/plain";
      List<MailPart> parts = new ArrayList<>();
      int start = -1;
      int line = from;
      while (line < to) {
        int next = nextLine(line, to);
        if (isBoundary(dashes, line, to)) {
          if (start >= 0 && !add(parts, start, withoutLineEnd(start, line), otherwise, depth)) {
            return parts;
          }
          start = next;
          if (isLast(line + dashes.length, to)) {
            return parts;
          }
        }
        line = next;
      }
      budget.lacks(Unread.TRUNCATED);
      if (start >= 0) {
        add(parts, start, to, otherwise, depth);
      }
      return parts;
    }

    private boolean add(List<MailPart> parts, int from, int to, String otherwise, int depth) {
      if (!budget.part()) {
        return false;
      }
      parts.add(part(from, to, otherwise, depth));
      return true;
    }

    private int nextLine(int from, int to) {
      int i = from;
      while (i < to && raw[i] != '\n') {
        i++;
      }
      return Math.min(i + 1, to);
    }

    private boolean isBoundary(byte[] dashes, int line, int to) {
      if (raw[line] != '-' || to - line < dashes.length) {
        return false;
      }
      for (int i = 0; i < dashes.length; i++) {
        if (raw[line + i] != dashes[i]) {
          return false;
        }
      }
      int behind = line + dashes.length;
      return behind == to || raw[behind] <= ' ' || isLast(behind, to);
    }

    private boolean isLast(int at, int to) {
      return at + 1 < to && raw[at] == '-' && raw[at + 1] == '-';
    }

    /** The line end before a boundary belongs to the boundary. */
    private int withoutLineEnd(int from, int line) {
      int end = line;
      if (end > from && raw[end - 1] == '\n') {
        end--;
      }
      return end > from && raw[end - 1] == '\r' ? end - 1 : end;
    }
  }
}
