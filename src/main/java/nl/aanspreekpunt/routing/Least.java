package nl.aanspreekpunt.routing;

import java.util.List;
import nl.aanspreekpunt.official.Official;

/** Who has the least to do. */
@FunctionalInterface
public interface Least {
  /** One of these, never empty. */
  Choice of(List<Official> candidates);

  /**
   * @param evidence the figures it rests on, for people
   */
  record Choice(Official official, String evidence) {}
}
