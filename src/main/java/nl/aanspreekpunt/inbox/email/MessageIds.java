package nl.aanspreekpunt.inbox.email;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Message-IDs in header fields (RFC 5322, section 3.6.4), with their angle brackets. */
final class MessageIds {
  private static final int MOST = 50;
  private static final int LONGEST = 500;

  private MessageIds() {}

  /** Null when there is none. */
  static String own(HeaderFields headers) {
    List<String> ids = in(headers.first("message-id"));
    return ids.isEmpty() ? null : ids.get(0);
  }

  /** In-Reply-To first, then References latest first, each once. */
  static List<String> answered(HeaderFields headers) {
    Set<String> threads = new LinkedHashSet<>(in(headers.first("in-reply-to")));
    List<String> references = in(headers.first("references"));
    for (int i = references.size() - 1; i >= 0; i--) {
      threads.add(references.get(i));
    }
    return threads.stream().limit(MOST).toList();
  }

  /** All in a field, in order. */
  static List<String> in(String field) {
    List<String> ids = new ArrayList<>();
    int open = field.indexOf('<');
    while (open >= 0) {
      int close = field.indexOf('>', open);
      if (close < 0) {
        break;
      }
      if (close - open > 1 && close - open < LONGEST) {
        ids.add(field.substring(open, close + 1).replace(" ", ""));
      }
      open = field.indexOf('<', close);
    }
    return ids;
  }
}
