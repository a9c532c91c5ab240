package nl.aanspreekpunt.trail;

import io.vertx.core.Future;
import java.util.List;
import nl.aanspreekpunt.outbox.own.OwnTexts;

/** The municipality's own words for letters and text messages: their history. */
record TextSource(OwnTexts texts) implements Source {
  @Override
  public Subject subject() {
    return Subject.SETTING;
  }

  @Override
  public Future<List<Trace>> find(Query query, int limit) {
    return texts
        .changes(query.by(), query.from(), query.endsAt(), limit + OF_ONE_MOMENT)
        .map(found -> Source.before(query, found.stream().map(Trace.OfText::new), limit));
  }
}
