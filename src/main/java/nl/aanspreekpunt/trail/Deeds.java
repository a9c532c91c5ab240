package nl.aanspreekpunt.trail;

import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.routing.learned.Switch;

/** Deeds that are done at more places than one, by one derivation of their ids. */
public final class Deeds {
  private static final int OF_TOKEN = 24;

  private Deeds() {}

  /** A file's name may say whose it is: it stays in its case. */
  public static Deed letThrough(
      String caseNumber, String receipt, int part, String by, String reason, Instant now) {
    String id = "let/" + receipt + "/" + part;
    return Deed.of(id, now, by, Kind.FILE_LET_THROUGH).about(caseNumber).detail(reason);
  }

  /** What was said last; once, however often that is. Empty: nobody ever said anything. */
  public static Optional<Deed> learned(Switch last, Instant now) {
    Kind kind = last.on() ? Kind.LEARNED_ON : Kind.LEARNED_OFF;
    return Optional.ofNullable(last.at())
        .map(at -> Deed.of("learned/" + kind + "/" + at.toEpochMilli(), now, last.by(), kind));
  }

  /**
   * @param token its id, which is a hash
   */
  public static Deed token(Kind kind, String token, String name, String by, Instant now) {
    String id = kind + "/" + token.substring(0, Math.min(OF_TOKEN, token.length()));
    return Deed.of(id, now, by, kind).about(name);
  }
}
