package nl.aanspreekpunt.inbox.email;

import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
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

  /**
   * One of them, which can be read once.
   *
   * @param type as declared
   */
  record One(int number, String name, String type, long size, Opening bytes) {}

  interface Opening {
    InputStream open() throws MessagingException;
  }

  List<Inbound.Attachment> of(List<MailPart> leaves) {
    return all(leaves).stream()
        .map(one -> new Inbound.Attachment(one.number(), one.name(), one.type(), one.size()))
        .toList();
  }

  List<One> all(List<MailPart> leaves) {
    List<One> files = new ArrayList<>();
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

  private List<One> files(MailPart part) {
    Optional<Tnef> wrapped =
        part.media().isTnef() && budget.goesOn()
            ? Tnef.read(part, decoding, budget)
            : Optional.empty();
    if (wrapped.isEmpty()) {
      long size = budget.goesOn() ? decoding.size(part) : 0;
      Opening bytes = () -> decoding.stream(part);
      return List.of(new One(part.index(), name(part), part.media().type(), size, bytes));
    }
    List<One> files = new ArrayList<>();
    for (Tnef.File file : wrapped.get().files()) {
      int number = part.index() + Tnef.APART * (files.size() + 1);
      Opening bytes = () -> new ByteArrayInputStream(file.bytes());
      files.add(new One(number, file.name(), file.type(), file.bytes().length, bytes));
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
}
