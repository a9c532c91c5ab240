package nl.aanspreekpunt.web.work.contact;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.ContactAgreement;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;

/** From an agreement about contact to what a reader sees of it. */
public record ContactView(Frame frame, Names names, Moment moment) {
  /** In a line, for every case of the citizen; null when nothing stands. */
  public String line(List<Identity> known) {
    return Identity.agreed(known, moment.now()).map(this::line).orElse(null);
  }

  public String line(Identity.AgreedContact one) {
    return says(one.official(), one.ways(), one.until());
  }

  private String says(String official, List<String> ways, Instant until) {
    return frame.say(
        "contact.stands", ways(ways), names.of(official), frame.moments().date(last(until)));
  }

  /** The last moment at which it holds. */
  public static Instant last(Instant until) {
    return until.minusSeconds(1);
  }

  public String ways(List<String> ways) {
    return ways.stream()
        .map(way -> frame.say("contact.way.short." + way))
        .collect(Collectors.joining(", "));
  }

  /** Null when nothing was agreed. */
  ContactPage.Agreed agreed(Case one) {
    return one.care().agreedContact().map(it -> agreed(one, it)).orElse(null);
  }

  private ContactPage.Agreed agreed(Case one, ContactAgreement it) {
    List<String> ways = it.ways().stream().map(Enum::name).toList();
    Optional<ContactAgreement.Objection> said = Optional.ofNullable(it.objection());
    return new ContactPage.Agreed(
        says(it.official(), ways, it.until()),
        frame.say("contact.stands.why", it.why()),
        frame.say("contact.stands.by", names.of(it.by()), frame.moments().date(it.from())),
        ended(it),
        said.map(o -> frame.say("contact.objection", frame.moments().date(o.at()))).orElse(null),
        said.map(ContactAgreement.Objection::words).orElse(null),
        said.map(o -> comes(one, o, "contact.objection.waits")).orElse(null),
        it.also().stream()
            .filter(ContactAgreement.Also::holds)
            .map(also -> also.address().value())
            .toList());
  }

  private String ended(ContactAgreement it) {
    if (it.stands(moment.now())) {
      return null;
    }
    Optional<ContactAgreement.End> end = Optional.ofNullable(it.ended());
    String how = end.map(one -> one.how().name()).orElse("LAPSED");
    Instant at = end.map(ContactAgreement.End::at).orElse(it.until());
    return frame.say("contact.ended." + how, frame.moments().date(at));
  }

  /**
   * What was answered, or who answers by when; null when nobody is to any more.
   *
   * @param waits the text for the second
   */
  public String comes(Case one, ContactAgreement.Objection said, String waits) {
    if (!said.open()) {
      return frame.say(
          "contact.objection.answered", names.of(said.answeredBy()), said.explanation());
    }
    return one.promise(said.promise()).filter(Promise::open).stream()
        .map(due -> frame.say(waits, names.of(one.ownerOf(due)), frame.moments().say(due.due())))
        .findFirst()
        .orElse(null);
  }

  List<Choice> officials(Case one, Form form) {
    String chosen = form.get("official").isEmpty() ? one.official() : form.get("official");
    return moment.directory().officials().stream()
        .filter(it -> moment.directory().employed(it.id(), moment.now()))
        .filter(it -> !one.barred().contains(it.id()))
        .map(it -> new Choice(it.id(), names.of(it.id()), it.id().equals(chosen)))
        .toList();
  }

  List<Choice> ways(Form form) {
    return Arrays.stream(ContactAgreement.Way.values())
        .map(
            way ->
                new Choice(
                    way.name(), frame.say("contact.way." + way), !form.get("way-" + way).isEmpty()))
        .toList();
  }
}
