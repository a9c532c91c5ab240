package nl.aanspreekpunt.outbox;

import java.text.Normalizer;

/**
 * The letters of a text message. One letter outside GSM 03.38 makes a message cost two to three
 * times as many segments (70 characters each instead of 160), so the hub's own texts avoid them.
 */
public final class SmsAlphabet {
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Each takes two places. */
  private static final String EXTENDED = "^{}\\[~]|€";

  private SmsAlphabet() {}

  /** Letters with an accent that GSM 03.38 lacks lose it; typographic marks become plain. */
  public static String simple(String text) {
    StringBuilder simple = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      simple.append(isGsm(letter) ? String.valueOf(letter) : nearest(letter));
    }
    return simple.toString();
  }

  /** The letters for which there is no plain one: with one of them all cost more; each once. */
  public static String dear(String text) {
    return simple(text)
        .codePoints()
        .filter(letter -> letter > Character.MAX_VALUE || !isGsm((char) letter))
        .distinct()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String nearest(char letter) {
    return switch (letter) {
      case '’', '‘' -> "'";
      case '“', '”' -> "\"";
      case '–', '—' -> "-";
      case '…' -> "...";
      case '\u00a0', '\u202f' -> " ";
      default -> bare(letter);
    };
  }

  private static String bare(char letter) {
    String bare =
        Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return bare.length() == 1 && isGsm(bare.charAt(0)) ? bare : String.valueOf(letter);
  }

  private static boolean isGsm(char letter) {
    return BASIC.indexOf(letter) >= 0 || EXTENDED.indexOf(letter) >= 0;
  }

  /** How many segments a provider counts. */
  public static int segments(String text) {
    boolean gsm = text.chars().allMatch(letter -> isGsm((char) letter));
    int length =
        gsm
            ? text.length()
                + (int) text.chars().filter(letter -> EXTENDED.indexOf(letter) >= 0).count()
            : text.length();
    int alone = gsm ? 160 : 70;
    int joined = gsm ? 153 : 67;
    return length <= alone ? 1 : (length + joined - 1) / joined;
  }
}
