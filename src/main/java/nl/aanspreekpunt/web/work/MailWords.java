package nl.aanspreekpunt.web.work;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Subjects;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Looks;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Piece;

/** What a message says, as the page of its case shows it. */
record MailWords(Frame frame, Names names) {
  CasePage.Mail of(Case one, String receipt, Inbound read) {
    boolean apart = apart(one, receipt, read);
    Looks looks = read.looks() == null ? new Looks(null, null) : read.looks();
    return new CasePage.Mail(
        Piece.of(frame, read),
        looks.parts().isEmpty() ? null : LayoutRoutes.path(one.id(), receipt),
        "opmaak-" + receipt,
        looks.invitations().stream().map(this::said).toList(),
        remarks(read, apart),
        apart ? PlacingRoutes.path(one.id(), receipt) : null);
  }

  private List<String> remarks(Inbound read, boolean apart) {
    List<String> remarks = new ArrayList<>();
    if (read.origin().by() != null) {
      remarks.add(frame.say("case.sent-on", names.of(read.origin().by())));
    }
    String address =
        read.sender() == null || read.sender().kind() != Address.Kind.EMAIL
            ? null
            : read.sender().value();
    if (LyingName.is(read.senderName(), address, names.directory())) {
      remarks.add(frame.say("case.name-lies", read.senderName(), address));
    }
    if (apart) {
      remarks.add(frame.say("case.apart", read.subject()));
    }
    return remarks;
  }

  /** People answer an old message to ask something new: it came here by what it answers alone. */
  private static boolean apart(Case one, String receipt, Inbound read) {
    String subject = Subjects.key(read.subject());
    return read.sender() != null
        && read.sender().kind() == Address.Kind.EMAIL
        && !read.automatic()
        && !read.threads().isEmpty()
        && !receipt.equals(one.openedBy())
        && !subject.isEmpty()
        && !subject.contains(one.id().toLowerCase(Locale.ROOT))
        && Stream.concat(
                Stream.of(one.subject()),
                one.participants().stream().map(Participant::subject).filter(Objects::nonNull))
            .map(Subjects::key)
            .noneMatch(it -> it.isEmpty() || subject.contains(it) || it.contains(subject));
  }

  private String said(Looks.Invitation one) {
    String kind =
        switch (one.method()) {
          case "CANCEL" -> "case.invitation.cancel";
          case "REPLY" -> "case.invitation.reply";
          default -> "case.invitation";
        };
    String what =
        Stream.of(one.summary(), when(one.start()), one.place(), one.organiser())
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(", "));
    return frame.say(kind, what);
  }

  private String when(String at) {
    if (at == null) {
      return "";
    }
    try {
      if (at.endsWith("Z")) {
        return frame.moments().say(Instant.parse(at));
      }
      boolean day = at.length() == 10;
      LocalDateTime local = day ? LocalDate.parse(at).atStartOfDay() : LocalDateTime.parse(at);
      Instant moment = local.atZone(frame.moments().zone()).toInstant();
      return day ? frame.moments().date(moment) : frame.moments().say(moment);
    } catch (DateTimeException broken) {
      return at;
    }
  }
}
