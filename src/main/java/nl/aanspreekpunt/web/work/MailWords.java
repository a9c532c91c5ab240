package nl.aanspreekpunt.web.work;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Looks;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Piece;

/** What a message says, as the page of its case shows it. */
record MailWords(Frame frame) {
  CasePage.Mail of(String number, String receipt, Inbound read) {
    Looks looks = read.looks() == null ? new Looks(null, null) : read.looks();
    return new CasePage.Mail(
        Piece.of(frame, read),
        looks.parts().isEmpty() ? null : LayoutRoutes.path(number, receipt),
        "opmaak-" + receipt,
        looks.invitations().stream().map(this::said).toList());
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
