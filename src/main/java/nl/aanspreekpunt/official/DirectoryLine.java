package nl.aanspreekpunt.official;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * One thing that a change of the directory changes, as facts; pages say it in the reader's
 * language. {@code toString} is a line for logs and systems, in English.
 */
public sealed interface DirectoryLine {
  /** Parted by commas; what has a comma itself stands between quotes. */
  static String list(Collection<?> all) {
    return all.stream()
        .map(String::valueOf)
        .map(one -> one.indexOf(',') < 0 ? one : '"' + one + '"')
        .collect(Collectors.joining(", "));
  }

  /** The directory was read from its file for the first time. */
  record First() implements DirectoryLine {
    @Override
    public String toString() {
      return "the file at the first start";
    }
  }

  /**
   * Something in the file.
   *
   * @param place such as {@code officials[samira.elamrani].capacity}
   * @param was null when it is new
   * @param becomes null when it is left out
   */
  record Differs(String place, String was, String becomes) implements DirectoryLine {
    @Override
    public String toString() {
      if (was == null) {
        return place + ": new, '" + becomes + "'";
      }
      return becomes == null
          ? place + ": was '" + was + "', is left out"
          : place + ": was '" + was + "', becomes '" + becomes + "'";
    }
  }

  /**
   * Somebody is away.
   *
   * @param until null: until further notice
   * @param deputy official id; null: the official's own deputy
   */
  record Away(String official, Instant from, Instant until, String deputy)
      implements DirectoryLine {
    @Override
    public String toString() {
      String end = until == null ? "until further notice" : "until " + until;
      String instead = deputy == null ? "" : ", deputy " + deputy;
      return official + ": absent from " + from + " " + end + instead;
    }
  }

  /** Somebody is back, who was away since then. */
  record Back(String official, Instant since) implements DirectoryLine {
    @Override
    public String toString() {
      return official + ": back, was absent from " + since;
    }
  }

  /**
   * Somebody left.
   *
   * @param successor official id; null until that is settled
   */
  record Left(String official, Instant at, String successor) implements DirectoryLine {
    @Override
    public String toString() {
      String then = successor == null ? "" : ", successor " + successor;
      return official + ": departed at " + at + then;
    }
  }

  /**
   * A rule was pinned, or taken back.
   *
   * @param pin its id
   * @param not to anybody but this official (id)
   */
  record Pinned(String pin, String official, boolean not, boolean revoked)
      implements DirectoryLine {
    @Override
    public String toString() {
      return pin + ": " + (revoked ? "revoked, " : "") + (not ? "not to " : "to ") + official;
    }
  }

  /** Somebody who left, or was to leave then, works here. */
  record Stays(String official, Instant left) implements DirectoryLine {
    @Override
    public String toString() {
      return official + ": works here, was to depart at " + left;
    }
  }
}
