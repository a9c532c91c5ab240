package nl.aanspreekpunt.web.work.setup.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button does with a row: {@code rows:steps:up:2}.
 *
 * @param field whose row it is
 * @param row from 0; after the last for one that is added
 */
record RowAct(String field, What what, int row) {
  private static final Pattern WRITTEN =
      Pattern.compile("rows:([a-z-]{1,40}):(add|start|out|up|down):(\\d{1,3})");

  enum What {
    ADD,
    /** Filled with what it may start from. */
    START,
    OUT,
    UP,
    DOWN
  }

  static Optional<RowAct> of(String written) {
    Matcher act = WRITTEN.matcher(written);
    return act.matches()
        ? Optional.of(
            new RowAct(
                act.group(1),
                What.valueOf(act.group(2).toUpperCase(Locale.ROOT)),
                Integer.parseInt(act.group(3))))
        : Optional.empty();
  }

  /** Where it is then, and what the reader looks at next. */
  int to() {
    return switch (what) {
      case UP -> row - 1;
      case DOWN -> row + 1;
      default -> row;
    };
  }
}
