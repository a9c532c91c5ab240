package nl.aanspreekpunt.casework.atwork;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who has a case before them now, and how often it changed since the first of them opened it.
 *
 * @param id the case's number
 */
public record CaseDesk(String id, long version, long beats, List<Here> here) {
  /** Who says nothing for so long is there no more. */
  public static final Duration GONE = Duration.ofSeconds(20);

  private static final int MOST = 20;

  /**
   * An official with the page open.
   *
   * @param at when they were there last
   * @param wroteAt when they last wrote at an answer; null: not yet
   */
  public record Here(String official, Instant at, Instant wroteAt) {
    public boolean writes(Instant now) {
      return wroteAt != null && wroteAt.plus(GONE).isAfter(now);
    }

    boolean gone(Instant now) {
      return !at.plus(GONE).isAfter(now);
    }
  }

  public CaseDesk {
    here = here == null ? List.of() : List.copyOf(here);
  }

  static CaseDesk of(String number) {
    return new CaseDesk(number, 0, 0, List.of());
  }

  /** Others than one official who are here now, in the order in which they came. */
  public List<Here> others(String official, Instant now) {
    return here.stream().filter(one -> !one.official().equals(official) && !one.gone(now)).toList();
  }

  CaseDesk with(String official, boolean writes, Instant now) {
    Here before =
        here.stream()
            .filter(one -> one.official().equals(official))
            .findFirst()
            .orElse(new Here(official, now, null));
    Here after = new Here(official, now, writes ? now : before.wroteAt());
    boolean known = here.contains(before);
    Stream<Here> all = here.stream().map(one -> one.equals(before) ? after : one);
    List<Here> still =
        (known ? all : Stream.concat(all, Stream.of(after))).filter(one -> !one.gone(now)).toList();
    return new CaseDesk(
        id, version + 1, beats, still.subList(Math.max(0, still.size() - MOST), still.size()));
  }
}
