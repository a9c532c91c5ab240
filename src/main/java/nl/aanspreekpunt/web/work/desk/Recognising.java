package nl.aanspreekpunt.web.work.desk;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.aanspreekpunt.search.Reader;
import nl.aanspreekpunt.trail.Deed;
import nl.aanspreekpunt.trail.Kind;
import nl.aanspreekpunt.trail.Trail;

/**
 * Who somebody is, by their number or address. A clerk hears it of anybody, which is on the trail
 * before they do, so many times an hour; others of whose question they read as it is. For one event
 * loop.
 */
public final class Recognising {
  private final KnownCitizens citizens;
  private final Trail trail;
  private final Lookups lookups = new Lookups();

  public Recognising(KnownCitizens citizens, Trail trail) {
    this.citizens = citizens;
    this.trail = trail;
  }

  /**
   * @param again when more may be looked up; null when this one was
   */
  public record Found(List<KnownCitizens.Known> citizens, Instant again) {}

  /** For who typed it. */
  Future<Found> typed(String typed, Reader reader) {
    String me = reader.official().id();
    Instant now = reader.moment().now();
    boolean counts = KnownCitizens.names(typed) && KnownCitizens.clerk(reader);
    if (counts && !lookups.allow(me, bare(typed), now)) {
      return Future.succeededFuture(new Found(List.of(), lookups.again(me, now)));
    }
    return calling(typed, reader).map(found -> new Found(found, null));
  }

  private static String bare(String typed) {
    return typed.replaceAll("[\\s()-]", "").toLowerCase(Locale.ROOT);
  }

  /** For whom this number calls now: how many call is not theirs to choose. */
  public Future<List<KnownCitizens.Known>> calling(String number, Reader reader) {
    return citizens.find(number, reader).compose(found -> recorded(found, reader));
  }

  private Future<List<KnownCitizens.Known>> recorded(
      List<KnownCitizens.Known> found, Reader reader) {
    List<Future<Void>> all =
        found.stream()
            .filter(one -> !one.own())
            .map(one -> trail.record(deed(one, reader)))
            .toList();
    return Future.all(all).map(found);
  }

  private static Deed deed(KnownCitizens.Known one, Reader reader) {
    Instant now = reader.moment().now();
    String me = reader.official().id();
    String id = String.join("/", "known", me, one.ref(), Trail.hour(now));
    return Deed.of(id, now, me, Kind.CALLER_RECOGNISED).about(one.ref());
  }
}
