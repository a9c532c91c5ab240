package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.promise.DatedPromises;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.writing.PlainPart;

/**
 * The part of the reply form that says what is read in what is being written: dated promises, and
 * how plain it is.
 */
public record ReadPage(Frame frame, List<CasePage.Offer> offers, PlainPart plain) implements Page {
  /**
   * What is promised in an answer that is being written.
   *
   * @param by official id of its author
   */
  static List<CasePage.Offer> offers(
      OffDay off, Case one, String by, List<DatedPromises.Dated> read) {
    return read.stream()
        .map(dated -> offer(off, one, null, by, dated.kind(), dated.due(), dated.words()))
        .toList();
  }

  /** A promise that was read in an answer. */
  static CasePage.Offer offer(OffDay off, Case one, Promise read) {
    return offer(off, one, read.id(), one.ownerOf(read), read.kind(), read.due(), read.said());
  }

  private static CasePage.Offer offer(
      OffDay off, Case one, String id, String by, PromiseKind kind, Instant due, String words) {
    Frame frame = off.frame();
    String what = frame.say("case.offer." + kind, frame.moments().say(due));
    return new CasePage.Offer(
        id,
        kind.name(),
        off.beside(what, by, due),
        due.toString(),
        words,
        kind == PromiseKind.CALLBACK && Promising.known(one).isEmpty());
  }

  @Override
  public String template() {
    return "work/read.jte";
  }

  /** Whether a number to call is needed. */
  public boolean phone() {
    return offers.stream().anyMatch(CasePage.Offer::phone);
  }
}
