package nl.aanspreekpunt.web.work.decide;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Body;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Consent;
import nl.aanspreekpunt.casework.Grounds;
import nl.aanspreekpunt.casework.decision.First;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Principle;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.talk.Desk;

/** From a filled-in form to a decision's words, and back. */
record Written(Form form, Directory directory) {
  Grounds grounds() {
    String rule = form.orNull("rule");
    return new Grounds(
        form.get("explanation"),
        rule,
        rule == null ? null : principle(directory, rule).map(Topic::id).orElse(null),
        form.orNull("alternative"),
        form.orNull("changes"),
        form.orNull("offer"),
        body(),
        consent(),
        consent() == null ? null : form.starting("message-"),
        !form.get("appeal").isEmpty());
  }

  private Body body() {
    return form.get("helper").isEmpty() && form.get("person").isEmpty()
        ? null
        : new Body(
            form.get("helper"), form.get("person"), form.orNull("email"), form.orNull("reach"));
  }

  private Consent consent() {
    if (!form.get("consentPage").isEmpty()) {
      return Consent.onPage(day("consentDay"));
    }
    return form.get("consent").isEmpty()
        ? null
        : new Consent(form.get("consentHow"), day("consentOn"));
  }

  /** With the messages that were chosen, also while nobody agreed that they go anywhere. */
  Grounds asking() {
    Grounds all = grounds();
    return all.sendingTo(all.body(), null, form.starting("message-"));
  }

  private LocalDate day(String field) {
    try {
      return LocalDate.parse(form.get(field));
    } catch (DateTimeException none) {
      return null;
    }
  }

  /** The topic whose principle is worded so. */
  static Optional<Topic> principle(Directory directory, String words) {
    return directory.topics().stream()
        .filter(topic -> topic.principle() != null)
        .filter(topic -> says(topic.principle(), words.strip()))
        .findFirst();
  }

  private static boolean says(Principle one, String words) {
    return Stream.of("nl", "en").anyMatch(language -> one.words().in(language).equals(words));
  }

  /** Null when nothing was chosen. */
  First first(Case one, String municipality) {
    return switch (form.get("first")) {
      case "PHONE", "VISIT", "DESK" -> {
        CaseEvent.Talk how = CaseEvent.Talk.valueOf(form.get("first"));
        yield new First.Planned(
            how,
            moment(directory.zone()),
            Desk.place(one, how, form.get("place"), municipality),
            Addresses.phone(form.get("phone")).map(Address::value).orElse(null));
      }
      case "SPOKEN" -> new First.Spoken();
      case "NOT" -> new First.Not(form.get("why"));
      default -> null;
    };
  }

  private Instant moment(ZoneId zone) {
    try {
      return form.local("at", zone);
    } catch (DateTimeException none) {
      return null;
    }
  }

  /** As a form that holds these words. */
  static Form of(Grounds grounds) {
    Map<String, String> fields = new TreeMap<>();
    put(fields, "explanation", grounds.reason());
    put(fields, "rule", grounds.rule());
    put(fields, "alternative", grounds.alternative());
    put(fields, "changes", grounds.changes());
    put(fields, "offer", grounds.talk());
    if (grounds.body() != null) {
      put(fields, "helper", grounds.body().name());
      put(fields, "person", grounds.body().person());
      put(fields, "email", grounds.body().email());
      put(fields, "reach", grounds.body().phone());
    }
    if (grounds.consent() != null && grounds.consent().onPage()) {
      fields.put("consentPage", "yes");
    } else if (grounds.consent() != null) {
      fields.put("consent", "yes");
      put(fields, "consentHow", grounds.consent().how());
      fields.put("consentOn", grounds.consent().on().toString());
    }
    if (Boolean.TRUE.equals(grounds.appeal())) {
      fields.put("appeal", "yes");
    }
    grounds.messages().forEach(message -> fields.put("message-" + message, message));
    return new Form(fields);
  }

  private static void put(Map<String, String> fields, String field, String words) {
    if (words != null) {
      fields.put(field, words);
    }
  }
}
