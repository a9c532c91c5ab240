package nl.aanspreekpunt.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.inbox.Fold;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.outbox.Outgoing;

/** What a stretch of a case is found by, from what is stored. */
final class Describing {
  /** Another one makes all that there is anew. */
  static final int WAY = 1;

  /** Of what was said, in one entry. */
  static final int STRETCH = 25;

  /** Of what was not whole when it was read: it is read again. */
  private static final String UNFINISHED = "?";

  private final Case one;
  private final int n;
  private final List<Said> said;
  private final String content;
  private final String facts;
  private final TreeSet<String> narrows = new TreeSet<>();

  private Describing(Case one, int n, List<Said> said) {
    this.one = one;
    this.n = n;
    this.said = said;
    content = digest(List.of(WAY, one.language(), one.subject(), people(one), said));
    narrow();
    facts = digest(List.of(narrows, one.barred(), String.valueOf(one.dueAt()), at()));
  }

  /** Of a whole case. */
  static List<Describing> of(Case one, List<Said> all) {
    List<Describing> stretches = new ArrayList<>();
    for (int from = 0; from == 0 || from < all.size(); from += STRETCH) {
      List<Said> some = all.subList(from, Math.min(all.size(), from + STRETCH));
      stretches.add(new Describing(one, from / STRETCH, some));
    }
    return stretches;
  }

  private static List<String> people(Case one) {
    return one.participants().stream().map(who -> who.address().id() + " " + who.name()).toList();
  }

  /** Who may read it, and what it is narrowed to; who must not know of it is in neither. */
  private void narrow() {
    narrows.add(Terms.narrow('r', one.official()));
    Stream.of(
            one.concerns().stream(),
            one.consulted().stream(),
            one.acting().stream().filter(Acting::lasts).map(Acting::official),
            Stream.of(one.official()))
        .flatMap(ids -> ids)
        .filter(id -> !one.barred().contains(id))
        .forEach(id -> narrows.add(Terms.narrow('o', id)));
    narrows.add(Terms.narrow('t', one.team()));
    narrows.add(Terms.narrow('s', one.state()));
    if (one.topic() != null) {
      narrows.add(Terms.narrow('k', one.topic()));
    }
    said.stream()
        .map(Said::by)
        .filter(Objects::nonNull)
        .forEach(channel -> narrows.add(Terms.narrow('c', channel)));
  }

  private Instant at() {
    return said.isEmpty() ? one.openedAt() : said.get(said.size() - 1).at();
  }

  String number() {
    return one.id();
  }

  String id() {
    return Entry.id(one.id(), n);
  }

  List<String> messages() {
    return said.stream().map(Said::message).filter(Objects::nonNull).toList();
  }

  List<String> answers() {
    return said.stream().map(Said::answer).filter(Objects::nonNull).toList();
  }

  /** It is found by all that it should be. */
  boolean is(Entry there) {
    return saysWhat(there) && facts.equals(there.facts());
  }

  /** Its words need not be read again. */
  boolean saysWhat(Entry there) {
    return content.equals(there.content());
  }

  /** With other facts, and the words as they were. */
  Entry moved(Entry there) {
    Stream<String> words = there.terms().stream().filter(term -> !Terms.narrows(term));
    return entry(there.version() + 1, content, Stream.concat(narrows.stream(), words).toList());
  }

  /**
   * With the words of what is named here.
   *
   * @param version of this entry
   */
  Entry made(
      long version, Words words, Map<String, Receipt> receipts, Map<String, String> answers) {
    String language = one.language();
    Terms terms = new Terms(words).number(one.id()).begins(one.subject(), language);
    one.participants().forEach(who -> terms.begins(who.name(), "nl").address(who.address()));
    one.numbers().forEach(number -> terms.phone(Terms.digits(number)));
    for (Said each : said) {
      if (each.words() != null) {
        terms.text(each.words(), "nl");
      } else if (each.answer() != null) {
        terms.text(answers.get(each.answer()), language);
      } else if (receipts.get(each.message()) != null) {
        read(receipts.get(each.message()).read(), terms);
      }
    }
    List<String> all = Stream.concat(narrows.stream(), terms.all().stream()).toList();
    return entry(version, complete(receipts) ? content : content + UNFINISHED, all);
  }

  /** Each message that is there was processed to its end. */
  boolean complete(Map<String, Receipt> receipts) {
    return messages().stream()
        .map(receipts::get)
        .noneMatch(found -> found != null && found.state() == Receipt.State.RECEIVED);
  }

  private static void read(Inbound message, Terms terms) {
    if (message != null) {
      terms
          .text(message.subject(), message.language())
          .text(own(message), message.language())
          .begins(message.senderName(), "nl");
      message.attachments().forEach(file -> terms.text(file.name(), message.language()));
      if (message.callback() != null) {
        terms
            .phone(Terms.digits(message.callback().phone()))
            .text(message.callback().reason(), message.language());
      }
    }
  }

  /** Without the earlier messages in it, which are found by themselves. */
  static String own(Inbound message) {
    StringBuilder own = new StringBuilder();
    int at = 0;
    for (Fold fold : message.folds()) {
      if (fold.kind() == Fold.Kind.QUOTED && fold.from() >= at) {
        own.append(message.text(), at, fold.from()).append('\n');
        at = fold.to();
      }
    }
    return own.append(message.text(), at, message.text().length()).toString();
  }

  /** What an answer says; null when its entry is gone, or says nothing. */
  static String text(Outgoing entry) {
    return entry.notice().facts().get("text");
  }

  private Entry entry(long version, String of, List<String> terms) {
    return new Entry(
        id(),
        one.id(),
        version,
        of,
        facts,
        at(),
        one.open() ? one.dueAt() : null,
        terms,
        one.barred(),
        messages(),
        answers());
  }

  private static String digest(List<?> all) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
