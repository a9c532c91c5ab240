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
  private static final String EXTENDED = "^{}\\[~]|€\f";

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

  /** The letters of a text that are in no GSM 03.38 as they stand; each once. */
  public static String others(String text) {
    return text.codePoints()
        .filter(letter -> places(letter) == 0)
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
    return size(text).segments();
  }

  /** As it is counted by whoever sends it. */
  public static SmsSize size(String text) {
    return SmsSize.of(text, SmsAlphabet::places);
  }

  /** In GSM 03.38; 0: it is not in there. */
  private static int places(int letter) {
    return BASIC.indexOf(letter) >= 0 ? 1 : EXTENDED.indexOf(letter) >= 0 ? 2 : 0;
  }
}
