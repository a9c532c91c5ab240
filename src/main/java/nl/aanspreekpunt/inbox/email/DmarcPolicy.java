package nl.aanspreekpunt.inbox.email;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Whether a mail's From is that of whom SPF or DKIM is about (RFC 7489, section 3.1). A policy of
 * {@code none} fails like any other: the hub refuses nothing, it only doubts.
 */
record DmarcPolicy(Resolver resolver) {
  /** No record: the domain says nothing. */
  private static final String NONE = "none";

  /**
   * @param author domain of From
   * @param found of SPF and DKIM
   */
  Authentication.Finding of(String author, List<Authentication.Finding> found) {
    try {
      Optional<Map<String, String>> own = policy(author);
      String organisation = Trust.organisation(author);
      Optional<Map<String, String>> policy =
          own.isPresent() || organisation.equals(author) ? own : policy(organisation);
      return new Authentication.Finding(
          "dmarc", policy.map(it -> result(it, author, found)).orElse(NONE), author);
    } catch (Unanswered away) {
      return new Authentication.Finding("dmarc", "temperror", author);
    }
  }

  private static String result(
      Map<String, String> policy, String author, List<Authentication.Finding> found) {
    boolean passes =
        found.stream()
            .filter(one -> one.result().equals("pass") && one.domain() != null)
            .anyMatch(
                one -> {
                  String tag = one.method().equals("spf") ? "aspf" : "adkim";
                  return "s".equals(policy.get(tag))
                      ? one.domain().equalsIgnoreCase(author)
                      : Trust.aligned(one.domain(), author);
                });
    return passes ? "pass" : "fail";
  }

  /** DNS did not answer. */
  @SuppressWarnings("serial")
  private static final class Unanswered extends Exception {}

  private Optional<Map<String, String>> policy(String domain) throws Unanswered {
    Lookup lookup;
    try {
      lookup = new Lookup("_dmarc." + domain, Type.TXT);
    } catch (TextParseException noDomain) {
      return Optional.empty();
    }
    lookup.setResolver(resolver);
    Record[] records = lookup.run();
    if (lookup.getResult() == Lookup.TRY_AGAIN || lookup.getResult() == Lookup.UNRECOVERABLE) {
      throw new Unanswered();
    }
    List<Map<String, String>> policies =
        records == null
            ? List.of()
            : List.of(records).stream()
                .filter(TXTRecord.class::isInstance)
                .map(one -> String.join("", ((TXTRecord) one).getStrings()))
                .filter(text -> text.matches("v\\s*=\\s*DMARC1\\s*(;.*)?"))
                .map(DmarcPolicy::tags)
                .toList();
    // More than one is as none (section 6.6.3).
    return policies.size() == 1 ? Optional.of(policies.get(0)) : Optional.empty();
  }

  private static Map<String, String> tags(String text) {
    Map<String, String> tags = new HashMap<>();
    for (String tag : text.toLowerCase(Locale.ROOT).split(";")) {
      int is = tag.indexOf('=');
      if (is > 0) {
        tags.put(tag.substring(0, is).strip(), tag.substring(is + 1).strip());
      }
    }
    return tags;
  }
}
