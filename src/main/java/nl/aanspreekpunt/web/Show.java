package nl.aanspreekpunt.web;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The last step of an answer, as a part of its future: what goes wrong in it fails the request. In
 * {@code onSuccess} nobody would hear of it, and the visitor would wait for ever.
 */
public final class Show {
  private Show() {}

  /** Gives the answer with what was found. */
  public static <T> Function<T, Void> by(Consumer<T> answers) {
    return found -> {
      answers.accept(found);
      return null;
    };
  }
}
