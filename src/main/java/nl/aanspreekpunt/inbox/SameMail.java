package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.citizen.Subjects;

/**
 * A mail that came before by another route, on which a server wrote it anew: in another encoding,
 * or with a footer under it. What its author wrote is the same. The receipt tells what came twice
 * byte for byte; this is for what did not. Another text under the same Message-ID is another mail.
 */
record SameMail(Receipts receipts) {
  private static final int TRIES = 3;

  /** Mailing lists and gateways draw a line above what they add. */
  private static final Pattern FOOTER =
      Pattern.compile("(?:[_=*~-] ?){2,40}+.{0,4000}+", Pattern.DOTALL);

  /** The receipt of the first, with its case; empty when there is none. Costs nothing then. */
  Future<Optional<Receipt>> before(Receipt receipt, Inbound mail, Identity sender) {
    Optional<Identity.Recent> twin =
        sender.before(receipt.id()).stream()
            .filter(one -> mail.messageId() != null && mail.messageId().equals(one.messageId()))
            .findFirst();
    return twin.isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : receipts
            .findAll(List.of(twin.get().receipt()))
            .compose(found -> compare(receipt, mail, found));
  }

  private static Future<Optional<Receipt>> compare(
      Receipt receipt, Inbound mail, List<Receipt> found) {
    Optional<Receipt> first = found.stream().findFirst();
    if (first.isPresent() && first.get().read() == null) {
      return receipt.tries() < TRIES
          ? Future.failedFuture("the same mail came before, and has no case yet")
          : Future.succeededFuture(Optional.empty());
    }
    return Future.succeededFuture(
        first.filter(one -> one.caseNumber() != null && same(one.read(), mail)));
  }

  /**
   * What a list passes on is answered by nobody, and what is perhaps of somebody else is not the
   * citizen's: the mail itself is more than that.
   */
  static boolean same(Inbound first, Inbound mail) {
    boolean counts =
        (!first.automatic() || mail.automatic()) && (first.doubt() == null || mail.doubt() != null);
    return counts
        && subjects(Subjects.key(first.subject()), Subjects.key(mail.subject()))
        && files(first).equals(files(mail))
        && (words(flat(first.text()), flat(mail.text()))
            || words(flat(mail.text()), flat(first.text())));
  }

  /** A list puts its name before it. */
  private static boolean subjects(String one, String other) {
    return one.equals(other) || one.endsWith(" " + other) || other.endsWith(" " + one);
  }

  private static List<String> files(Inbound mail) {
    return mail.attachments().stream().map(one -> one.name() + " " + one.size()).toList();
  }

  private static boolean words(String shorter, String longer) {
    return longer.startsWith(shorter)
        && (longer.length() == shorter.length()
            || FOOTER.matcher(longer.substring(shorter.length()).strip()).matches());
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
