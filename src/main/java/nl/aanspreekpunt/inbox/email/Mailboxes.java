package nl.aanspreekpunt.inbox.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;

/** The addresses in header fields (RFC 5322, section 3.4), read as kindly as can be. */
final class Mailboxes {
  private static final int LONGEST_NAME = 200;
  private static final int MOST_RECIPIENTS = 200;
  private static final int MOST_COPIED = 20;

  /** Jakarta Mail's parser takes time with the square of the length on hostile input. */
  private static final int LONGEST_FIELD = 8000;

  private static final List<String> RECIPIENT_FIELDS =
      List.of("to", "cc", "delivered-to", "x-original-to");

  /** {@code name} may be null. */
  record Mailbox(Address address, String name) {}

  private Mailboxes() {}

  /** The first that can be written to; null when there is none. */
  static Mailbox first(String field, Budget budget) {
    for (InternetAddress one : parse(field)) {
      Address address = Addresses.email(one.getAddress()).orElse(null);
      if (address != null) {
        String personal = one.getPersonal() == null ? "" : one.getPersonal();
        String name = HeaderFields.decoded(personal, LONGEST_NAME, budget);
        return new Mailbox(address, name.isEmpty() ? null : name);
      }
    }
    return null;
  }

  /** The hub's own, lower case: the envelope's, then those in the header. */
  static List<String> recipients(HeaderFields headers, List<String> envelope, Set<String> domains) {
    Set<String> recipients = new LinkedHashSet<>();
    envelope.forEach(recipient -> recipients.add(recipient.toLowerCase(Locale.ROOT)));
    for (HeaderFields.Field field : headers.fields()) {
      if (RECIPIENT_FIELDS.contains(field.name()) && recipients.size() < MOST_RECIPIENTS) {
        for (InternetAddress one : parse(field.value())) {
          Addresses.email(one.getAddress()).map(Address::value).ifPresent(recipients::add);
        }
      }
    }
    return recipients.stream()
        .filter(recipient -> domains.contains(MailPath.domain(recipient)))
        .limit(MOST_RECIPIENTS)
        .toList();
  }

  /** Others that it went to, lower case; at most 20. */
  static List<String> copied(HeaderFields headers, Address sender, Set<String> domains) {
    Set<String> copied = new LinkedHashSet<>();
    for (String name : List.of("to", "cc")) {
      for (String field : headers.all(name)) {
        for (InternetAddress one : parse(field)) {
          Addresses.email(one.getAddress()).map(Address::value).ifPresent(copied::add);
        }
      }
    }
    return copied.stream()
        .filter(one -> !domains.contains(MailPath.domain(one)))
        .filter(one -> sender == null || !one.equals(sender.value()))
        .limit(MOST_COPIED)
        .toList();
  }

  private static InternetAddress[] parse(String whole) {
    String field = whole.substring(0, Math.min(whole.length(), LONGEST_FIELD));
    if (field.isEmpty()) {
      return new InternetAddress[0];
    }
    try {
      return InternetAddress.parseHeader(field, false);
    } catch (AddressException | RuntimeException broken) {
      return between(field).toArray(InternetAddress[]::new);
    }
  }

  /** What stands between angle brackets in a field that breaks the rules. */
  private static List<InternetAddress> between(String field) {
    List<InternetAddress> found = new ArrayList<>();
    int open = field.indexOf('<');
    while (open >= 0 && found.size() < MOST_RECIPIENTS) {
      int close = field.indexOf('>', open);
      if (close < 0) {
        break;
      }
      InternetAddress address = new InternetAddress();
      address.setAddress(field.substring(open + 1, close).strip());
      found.add(address);
      open = field.indexOf('<', close);
    }
    return found;
  }
}
