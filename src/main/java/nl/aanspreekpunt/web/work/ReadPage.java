package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.promise.DatedPromises;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/** The part of the reply form that offers the dated promises read in what is being written. */
public record ReadPage(Frame frame, List<CasePage.Offer> offers) implements Page {
  /**
   * @param entry outbox id of the answer they stand in; null while it is being written
   * @param by official id of its author
   */
  static List<CasePage.Offer> offers(
      OffDay off, Case one, String entry, String by, List<DatedPromises.Dated> read) {
    Frame frame = off.frame();
    boolean unknown = Promising.known(one).isEmpty();
    return read.stream()
        .map(
            dated ->
                new CasePage.Offer(
                    entry,
                    dated.kind().name(),
                    off.beside(
                        frame.say("case.offer." + dated.kind(), frame.moments().say(dated.due())),
                        by,
                        dated.due()),
                    dated.due().toString(),
                    dated.words(),
                    unknown && dated.kind() == PromiseKind.CALLBACK))
        .toList();
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
