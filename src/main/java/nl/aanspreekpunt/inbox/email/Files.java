package nl.aanspreekpunt.inbox.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Unread;

/** The files of a mail, those within a winmail.dat too; each is a number and stays in the mail. */
final class Files {
  private static final int MOST = 100;
  private static final int LONGEST_NAME = 100;

  private final byte[] raw;
  private final Decoding decoding;
  private final Budget budget;

  Files(byte[] raw, Decoding decoding, Budget budget) {
    this.raw = raw;
    this.decoding = decoding;
    this.budget = budget;
  }

  List<Inbound.Attachment> of(List<MailPart> leaves) {
    List<Inbound.Attachment> files = new ArrayList<>();
    for (MailPart part : leaves) {
      if (!part.media().isWords()) {
        if (files.size() >= MOST) {
          budget.lacks(Unread.PARTS);
          return files;
        }
        files.addAll(files(part));
      }
    }
    return files;
  }

  private List<Inbound.Attachment> files(MailPart part) {
    Optional<Tnef> wrapped =
        part.media().isTnef() && budget.goesOn()
            ? Tnef.read(part, decoding, budget)
            : Optional.empty();
    if (wrapped.isEmpty()) {
      long size = budget.goesOn() ? decoding.size(part) : 0;
      return List.of(new Inbound.Attachment(part.index(), name(part), part.media().type(), size));
    }
    List<Inbound.Attachment> files = new ArrayList<>();
    for (Tnef.File file : wrapped.get().files()) {
      int number = part.index() + Tnef.APART * (files.size() + 1);
      files.add(new Inbound.Attachment(number, file.name(), file.type(), file.bytes().length));
    }
    return files;
  }

  /** A message that is passed on is called by its subject. */
  private String name(MailPart part) {
    if (!part.media().name().isEmpty() || !part.isMessage()) {
      return part.media().name();
    }
    HeaderFields headers = HeaderFields.read(raw, part.from(), part.to(), budget);
    String subject = HeaderFields.decoded(headers.first("subject"), LONGEST_NAME, budget);
    return subject.isEmpty() ? "" : MediaType.safe(subject) + ".eml";
  }

  /** Empty when there is no such part; cut off where its encoding breaks. */
  Optional<Attachments.Opened> open(MailPart message, int number) {
    return message.leaves().stream()
        .filter(part -> part.index() == number % Tnef.APART)
        .findFirst()
        .flatMap(part -> number < Tnef.APART ? whole(part) : within(part, number / Tnef.APART));
  }

  private Optional<Attachments.Opened> whole(MailPart part) {
    byte[] bytes = decoding.bytes(part, raw.length);
    return Optional.of(new Attachments.Opened(name(part), part.media().type(), bytes));
  }

  private Optional<Attachments.Opened> within(MailPart part, int place) {
    return part.media().isTnef()
        ? Tnef.read(part, decoding, budget)
            .filter(it -> place <= it.files().size())
            .map(it -> it.files().get(place - 1))
            .map(it -> new Attachments.Opened(it.name(), it.type(), it.bytes()))
        : Optional.empty();
  }
}
