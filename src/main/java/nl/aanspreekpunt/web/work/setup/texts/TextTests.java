package nl.aanspreekpunt.web.work.setup.texts;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Sample;
import nl.aanspreekpunt.outbox.own.OwnTexts;
import nl.aanspreekpunt.web.DeliveryWords;
import nl.aanspreekpunt.web.FormTokens;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.Wording;

/** A text goes to who wrote it, by the way that all letters go. */
public record TextTests(Outbox outbox, OwnTexts texts) {
  private static final String ONCE = "[\\w-]{22}";

  /**
   * @param once a form sent twice sends one
   */
  Future<LetterTextPage.TestPart> send(
      String once, String key, String language, String words, Visit visit) {
    Official me = visit.viewer().official();
    String id = id(once.matches(ONCE) ? once : FormTokens.random(), me);
    Outgoing test =
        texts
            .check()
            .samples()
            .of(key)
            .get(0)
            .test(id, key, language, words, new Sample.Reader(me.id(), me.email()), visit.now());
    return outbox
        .add(List.of(test))
        .compose(added -> outbox.find(id))
        .map(found -> part(found.orElse(test), visit.words()));
  }

  private static String id(String once, Official to) {
    return "test." + once + "." + to.id();
  }

  /** Empty when this reader asked for no such test. */
  Future<Optional<LetterTextPage.TestPart>> find(String once, Visit visit) {
    return once.matches(ONCE)
        ? outbox
            .find(id(once, visit.viewer().official()))
            .map(
                found ->
                    found
                        .filter(entry -> entry.notice().kind() == Notice.Kind.TRIED)
                        .map(entry -> part(entry, visit.words())))
        : Future.succeededFuture(Optional.empty());
  }

  private static LetterTextPage.TestPart part(Outgoing entry, Wording words) {
    String once = entry.id().split("\\.", 3)[1];
    String key =
        switch (entry.state()) {
          case WAITING, SENDING -> "waiting";
          case SENT, DELIVERED, READ -> "sent";
          case UNKNOWN -> "unknown";
          default -> "refused";
        };
    String why = entry.detail() == null ? "" : " " + new DeliveryWords(words).why(entry.detail());
    boolean over = !key.equals("waiting");
    return new LetterTextPage.TestPart(
        LetterTextsPage.PATH + "/proef/" + once,
        words.say("lettertexts.test." + key, entry.notice().to()) + (key.equals("sent") ? "" : why),
        over);
  }
}
