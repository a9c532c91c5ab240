package nl.aanspreekpunt.web.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Frame;

/** A talk in the history: who was there, what was said, what was agreed and by when, photos. */
record HeldEntry(Frame frame, Names names, Case one, Map<String, Receipt> messages) {
  CasePage.Entry of(CaseEvent.Held held, CasePage.Entry written) {
    List<String> lines = new ArrayList<>();
    lines.add(held.note());
    for (String promise : held.agreed()) {
      one.promise(promise).map(this::agreed).ifPresent(lines::add);
    }
    if (!held.theirs().isBlank()) {
      lines.add(frame.say("talk.entry.theirs", held.theirs()));
    }
    String how = frame.say("work.talk." + held.how());
    String state =
        held.present().isBlank()
            ? how
            : how + " · " + frame.say("talk.entry.present", held.present());
    return new CasePage.Entry(
        written.at(),
        written.look(),
        written.face(),
        written.who(),
        String.join("\n", lines),
        state,
        held.photos().stream().map(this::file).toList());
  }

  /** With files that went along. */
  CasePage.Entry with(CasePage.Entry written, List<CaseEvent.Photo> files) {
    return files.isEmpty()
        ? written
        : new CasePage.Entry(
            written.at(),
            written.look(),
            written.face(),
            written.who(),
            written.text(),
            written.state(),
            files.stream().map(this::file).toList());
  }

  private String agreed(Promise promise) {
    return frame.say("talk.entry.agreed", promise.said(), frame.moments().say(promise.due()));
  }

  private CasePage.File file(CaseEvent.Photo photo) {
    String path = "/werk/vragen/" + one.id() + "/bestanden/" + photo.receipt() + "/" + photo.part();
    return new FileWords(frame)
        .of(
            Optional.ofNullable(messages.get(photo.receipt()))
                .flatMap(kept -> kept.file(photo.part())),
            photo.name(),
            photo.size(),
            path);
  }
}
