package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a named person said of a case, with what was there before: it can be put back while the case
 * is open. Kept with the case, because the event that tells it may be in an older page.
 */
public sealed interface Said {
  /** More than anybody says of one case; the oldest can no longer be put back. */
  int MOST = 50;

  /** What the matcher learned from it (lesson ids). */
  List<String> taught();

  PuttingBack.What what();

  /**
   * That it is about another topic (ids).
   *
   * @param from null: it had none
   * @param correctedAt when that had been said before; null: never
   * @param team at which it was (team id); null: not known
   * @param official who had it (official id)
   * @param passedTo who has it because of this; null: it stayed
   * @param formal it became a formal message by it
   */
  record OfTopic(
      String from,
      String to,
      Instant correctedAt,
      String team,
      String official,
      String passedTo,
      boolean formal,
      List<String> taught)
      implements Said {
    public OfTopic {
      taught = taught == null ? List.of() : List.copyOf(taught);
    }

    @Override
    public PuttingBack.What what() {
      return PuttingBack.What.TOPIC;
    }
  }

  /**
   * That an uncertain match is certain: it is what it says, or a question of its own.
   *
   * @param suggested to which case it pointed (number); null: to none
   * @param citizen whose it was from then on; null: not known
   * @param stranger it was said to be of somebody else as well; null: it was not
   */
  record OfMatch(String suggested, String citizen, Stranger stranger, List<String> taught)
      implements Said {
    public OfMatch {
      taught = taught == null ? List.of() : List.copyOf(taught);
    }

    @Override
    public PuttingBack.What what() {
      return PuttingBack.What.OWN;
    }
  }

  /**
   * Who was taken for its citizen.
   *
   * @param citizen citizen id
   * @param standing who stood for them because of this case: topic id (or "general") to official id
   * @param at when the links were switched off
   * @param links and when each had been switched off before
   */
  record Stranger(String citizen, Map<String, String> standing, Instant at, List<Switched> links) {
    public Stranger {
      standing = standing == null ? Map.of() : Map.copyOf(standing);
      links = links == null ? List.of() : List.copyOf(links);
    }
  }

  /**
   * @param before null: it never was
   */
  record Switched(String link, Instant before) {}

  static List<Said> with(List<Said> all, Said one) {
    List<Said> more = new ArrayList<>(all);
    more.add(one);
    return more.subList(Math.max(0, more.size() - MOST), more.size());
  }

  static List<Said> without(List<Said> all, Said one) {
    List<Said> less = new ArrayList<>(all);
    less.remove(less.lastIndexOf(one));
    return less;
  }
}
