package nl.aanspreekpunt.casework;

import java.util.List;

/**
 * What came of a change of something that is no case.
 *
 * @param now how it is now; null when it was refused
 * @param refusal why it was not done; null when it was
 */
public record Done<T>(T now, Refusal refusal) {
  public static <T> Done<T> of(T now) {
    return new Done<>(now, null);
  }

  public static <T> Done<T> refused(String code, String field) {
    return new Done<>(null, new Refusal(code, field));
  }

  /**
   * @param all in the order of a form; never empty
   */
  public static <T> Done<T> refused(List<Refusal> all) {
    return new Done<>(null, Refusal.of(all));
  }

  public boolean refused() {
    return refusal != null;
  }
}
