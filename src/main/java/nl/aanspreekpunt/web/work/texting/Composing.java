package nl.aanspreekpunt.web.work.texting;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Person;
import nl.aanspreekpunt.web.work.Lost;

/**
 * What stands in the form of an answer that may go by text message.
 *
 * @param stopped who wants none, each in words
 * @param goes that it waits for the morning, in words; null: it does not
 * @param ways other addresses of who stopped
 * @param call the number to call instead; null when nobody stopped
 */
public record Composing(List<String> stopped, String goes, String call, List<Lost.Way> ways) {
  /**
   * Null when nobody here is answered by text message.
   *
   * @param ways gives other addresses of whose address that is
   */
  public static Composing of(
      Frame frame, Case one, TextingNow now, Function<Address, List<Lost.Way>> ways) {
    List<Participant> texted = TextingNow.texted(one);
    if (texted.isEmpty()) {
      return null;
    }
    Instant moment = frame.moments().now();
    boolean anyHour = one.promises().stream().filter(Promise::open).anyMatch(Promise::onClock);
    return new Composing(
        texted.stream().map(who -> stopped(frame, now, who)).filter(Objects::nonNull).toList(),
        SmsNote.goes(
            frame,
            texted.stream()
                .filter(who -> now.stopped(who).isEmpty())
                .flatMap(who -> now.goes(who, moment).stream())
                .filter(at -> !anyHour)
                .findFirst()),
        texted.stream()
            .filter(who -> now.stopped(who).isPresent())
            .map(who -> who.address().value())
            .findFirst()
            .orElse(null),
        texted.stream()
            .filter(who -> now.stopped(who).isPresent() && who.link().equals(one.contact()))
            .flatMap(who -> ways.apply(who.address()).stream())
            .distinct()
            .toList());
  }

  /** Null when they did not. */
  public static String stopped(Frame frame, TextingNow now, Participant who) {
    return now.stopped(who)
        .map(
            it ->
                frame.say(
                    it.last().word() == null ? "sms.stopped.heard" : "sms.stopped",
                    Person.shown(who.address().value()),
                    frame.moments().say(it.last().at()),
                    it.last().word(),
                    frame.say("work.channel." + it.channel())))
        .orElse(null);
  }

  /** As people write it. */
  public String shown() {
    return Person.shown(call);
  }
}
