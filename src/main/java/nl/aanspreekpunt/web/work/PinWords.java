package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.StringJoiner;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Pin;
import nl.aanspreekpunt.web.Frame;

/** A pinned rule in the reader's language. */
record PinWords(Frame frame, Directory directory, Names names, Instant now) {
  PinPage.Row row(Pin pin) {
    return new PinPage.Row(
        pin.id(), what(pin), when(pin), pin.reason(), made(pin), trouble(pin), end(pin));
  }

  private String what(Pin pin) {
    StringJoiner which = new StringJoiner(", ");
    if (pin.topic() != null) {
      String topic = names.topic(pin.topic());
      which.add(frame.say("pins.of.topic", topic == null ? pin.topic() : topic));
    }
    if (pin.neighbourhood() != null) {
      String name = directory.neighbourhoods().get(pin.neighbourhood());
      which.add(frame.say("pins.of.neighbourhood", name == null ? pin.neighbourhood() : name));
    }
    if (pin.organisation() != null) {
      which.add(frame.say("pins.of.organisation", pin.organisation()));
    }
    if (pin.word() != null) {
      which.add(frame.say("pins.of.word", pin.word()));
    }
    String way = pin.not() ? "pins.not" : pin.first() ? "pins.first" : "pins.to";
    return frame.say(way, which.toString(), names.of(pin.official()));
  }

  private String when(Pin pin) {
    String from = frame.moments().date(pin.from());
    return pin.until() == null
        ? frame.say("away.from", from)
        : frame.say("pins.from.until", from, frame.moments().date(pin.until().minusMillis(1)));
  }

  private String made(Pin pin) {
    return frame.say("pins.made", names.of(pin.by()), frame.moments().say(pin.at()));
  }

  /** Why it cannot be followed at this moment; null when it can. */
  String trouble(Pin pin) {
    if (!pin.stands(now)) {
      return null;
    }
    if (pin.pointsNowhere(directory)) {
      return frame.say("pins.nowhere", pin.id());
    }
    if (pin.not() || directory.here(pin.official(), now)) {
      return null;
    }
    String why = directory.employed(pin.official(), now) ? "ABSENT" : "LEFT";
    return frame.say("why.pin." + why, pin.id(), names.of(pin.official()));
  }

  private String end(Pin pin) {
    return pin.revoked() == null
        ? null
        : frame.say(
            "pins.revoked",
            names.of(pin.revoked().by()),
            frame.moments().say(pin.revoked().at()),
            pin.revoked().reason());
  }
}
