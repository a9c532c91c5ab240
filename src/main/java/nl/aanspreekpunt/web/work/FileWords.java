package nl.aanspreekpunt.web.work;

import java.util.Optional;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.web.FileKinds;
import nl.aanspreekpunt.web.Frame;

/** What a page says of a file: what it is, how large, and whether it opens. */
record FileWords(Frame frame) {
  CasePage.File of(Receipt receipt, Inbound.Attachment said, String path) {
    StoredFile file = receipt.file(said.part()).orElseGet(() -> StoredFile.awaited(said));
    CasePage.File shown = of(file, said.type(), path);
    return ListenRoutes.plays(receipt, file) ? shown.playedAt(path + "/afspelen") : shown;
  }

  /** Of a picture that an official took. */
  CasePage.File of(Optional<StoredFile> file, String name, long size, String path) {
    return of(
        file.orElseGet(
            () -> StoredFile.awaited(new Inbound.Attachment(0, name, "image/jpeg", size))),
        "image/jpeg",
        path);
  }

  private CasePage.File of(StoredFile file, String declared, String path) {
    String name = file.name().isBlank() ? declared : file.name();
    return new CasePage.File(
        name,
        Math.max(1, file.size() / 1024) + " kB",
        path,
        frame.say("file.kind." + FileKinds.of(file.type())),
        note(file),
        file.state().opens() || file.verdict() == null,
        null);
  }

  /** Null when there is nothing to say. */
  String note(StoredFile file) {
    return switch (file.state()) {
      case OPEN -> null;
      case HELD -> frame.say("file.hold." + file.hold());
      case FOUND -> frame.say("file.state.FOUND", file.signature());
      case UNCHECKED, WAITING, TOO_LARGE, UNFETCHED -> frame.say("file.state." + file.state());
    };
  }
}
