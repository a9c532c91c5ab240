package nl.aanspreekpunt.web.work.texting;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.casework.delivery.Unwanted;
import nl.aanspreekpunt.outbox.limits.QuietHours;
import nl.aanspreekpunt.outbox.limits.SmsWork;
import nl.aanspreekpunt.outbox.optout.OptOut;

/**
 * What is to be known before somebody is written to who takes part in a case.
 *
 * @param unwanted who want no messages
 */
public record TextingNow(Unwanted unwanted, QuietHours quiet) {
  public static Future<TextingNow> of(SmsWork sms, Case one) {
    return Unwanted.of(sms.optOuts(), List.of(one))
        .map(unwanted -> new TextingNow(unwanted, sms.limits().quiet()));
  }

  /** That they want none by the channel that an answer to them goes by. */
  public Optional<OptOut> stopped(Participant who) {
    return unwanted.by(who);
  }

  /** When a message to them goes; empty when that is now, or it is none that wakes anybody. */
  public Optional<Instant> goes(Participant who, Instant now) {
    if (!Reachable.by(who).texting()) {
      return Optional.empty();
    }
    return Optional.of(quiet.opens(who.address().value(), now)).filter(at -> at.isAfter(now));
  }

  /** Who of them is answered by text message. */
  public static List<Participant> texted(Case one) {
    return one.participants().stream().filter(who -> Reachable.by(who).texting()).toList();
  }

  /** Who an answer goes to: the participant that was chosen, else the one last heard from. */
  public static Optional<Participant> to(Case one, String link) {
    return one.participant(link == null ? one.contact() : link);
  }
}
