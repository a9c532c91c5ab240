package nl.aanspreekpunt.inbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which files of messages go along to another body, which are too large, and which are held back:
 * the oldest first, as many as fit.
 */
public record Enclosing(List<One> goes, List<One> stays, List<One> held) {
  /** Bytes, decoded, of all that goes in one mail: many mail servers take no more than 20 MB. */
  static final long LARGEST = 10L * 1024 * 1024;

  static final int MOST = 20;

  public record One(Receipt receipt, Inbound.Attachment file) {
    String name() {
      return file.name().isBlank() ? file.type() : file.name().replaceAll("\\s+", " ");
    }

    /** Of one that was not looked at yet that is not known. */
    private boolean isHeld() {
      return receipt.file(file.part()).map(it -> !it.state().opens()).orElse(false);
    }
  }

  public static Enclosing of(List<Receipt> messages) {
    List<One> goes = new ArrayList<>();
    List<One> stays = new ArrayList<>();
    List<One> held = all(messages).stream().filter(One::isHeld).toList();
    long size = 0;
    for (One one : all(messages).stream().filter(it -> !it.isHeld()).toList()) {
      boolean fits = goes.size() < MOST && size + one.file().size() <= LARGEST;
      size += fits ? one.file().size() : 0;
      (fits ? goes : stays).add(one);
    }
    return new Enclosing(List.copyOf(goes), List.copyOf(stays), held);
  }

  private static List<One> all(List<Receipt> messages) {
    return messages.stream()
        .filter(one -> one.read() != null)
        .sorted(Comparator.comparing(Receipt::receivedAt))
        .flatMap(one -> one.read().attachments().stream().map(file -> new One(one, file)))
        .toList();
  }
}
