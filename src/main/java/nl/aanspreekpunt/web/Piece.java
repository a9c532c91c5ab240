package nl.aanspreekpunt.web;

import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.inbox.Fold;
import nl.aanspreekpunt.inbox.Inbound;

/**
 * A stretch of what somebody wrote, as a page shows it.
 *
 * @param folded what stands there, in words, for what is not their new words; null for those
 * @param open whether what is folded can be read without a click
 */
public record Piece(String text, String folded, boolean open) {
  private static final int EXCERPT = 60;

  /** All of a message, in its order; what is folded stays open when there is nothing else. */
  public static List<Piece> of(Frame frame, Inbound read) {
    List<Piece> pieces = new ArrayList<>();
    boolean nothingElse = read.own().isBlank();
    int at = 0;
    for (Fold fold : read.folds()) {
      add(pieces, read.text().substring(at, fold.from()));
      String text = read.text().substring(fold.from(), fold.to()).strip();
      String said = frame.say("message.fold." + fold.kind(), excerpt(text));
      pieces.add(new Piece(text, said, nothingElse || fold.open()));
      at = fold.to();
    }
    add(pieces, read.text().substring(at));
    return pieces;
  }

  private static void add(List<Piece> pieces, String own) {
    String text = own.strip();
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, null, true));
    }
  }

  private static String excerpt(String text) {
    String flat = text.replaceAll("[>\\s]+", " ").strip();
    int end = flat.offsetByCodePoints(0, Math.min(EXCERPT, flat.codePointCount(0, flat.length())));
    return end < flat.length() ? flat.substring(0, end) + "…" : flat;
  }
}
