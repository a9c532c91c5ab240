package nl.aanspreekpunt.trail;

import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.routing.learned.Switch;

/** Deeds that are done at more places than one, by one derivation of their ids. */
public final class Deeds {
  private static final int OF_TOKEN = 24;

  private static final String TOKEN = "token:";

  private Deeds() {}

  /**
   * What stands for a system that acts, or for what an official acts through: no official's id
   * looks like it, and no name that was chosen.
   *
   * @param token its id, which is a hash
   */
  public static String token(String token) {
    return TOKEN + part(token);
  }

  /** Whether this stands for a token. */
  public static boolean isToken(String by) {
    return by != null && by.startsWith(TOKEN);
  }

  private static String part(String token) {
    return token.substring(0, Math.min(OF_TOKEN, token.length()));
  }

  /** A file's name may say whose it is: it stays in its case. */
  public static Deed letThrough(
      String caseNumber, String receipt, int part, String by, String reason, Instant now) {
    String id = String.join("/", "let", receipt, Integer.toString(part), by);
    return Deed.of(id, now, by, Kind.FILE_LET_THROUGH).about(caseNumber).detail(reason);
  }

  /** What was said last; once, however often that is. Empty: nobody ever said anything. */
  public static Optional<Deed> learned(Switch last, Instant now) {
    Kind kind = last.on() ? Kind.LEARNED_ON : Kind.LEARNED_OFF;
    return Optional.ofNullable(last.at())
        .map(at -> Deed.of("learned/" + kind + "/" + at.toEpochMilli(), now, last.by(), kind));
  }

  /**
   * Made and revoked as often as that was: a token that was configured may come back.
   *
   * @param token its id, which is a hash
   */
  public static Deed token(Kind kind, String token, String name, String by, Instant now) {
    String id = String.join("/", kind.name(), part(token), Long.toString(now.getEpochSecond()));
    return Deed.of(id, now, by, kind).about(name);
  }
}
