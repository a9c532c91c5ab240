package nl.aanspreekpunt.web.work.decide;

import java.util.stream.Collectors;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Form;

/** A message that can be passed on: when, how it begins, and the files that go along. */
final class MessageChoice {
  private static final int SHOWN = 80;

  private MessageChoice() {}

  static Choice of(Frame frame, Receipt message, Form form) {
    String text = message.read() == null ? "" : message.read().brief().replaceAll("\\s+", " ");
    int end = text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())));
    String files =
        message.read() == null
            ? ""
            : message.read().attachments().stream()
                .map(it -> it.name())
                .collect(Collectors.joining(", "));
    String label =
        frame.moments().say(message.receivedAt())
            + ": "
            + text.substring(0, end)
            + (files.isEmpty() ? "" : " [" + files + "]");
    boolean chosen = !form.get("message-" + message.id()).isEmpty();
    return new Choice(message.id(), label, chosen);
  }
}
