package nl.aanspreekpunt.official;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What of a feed cannot be, person by person. Pure. */
final class FedCheck {
  private final Directory before;
  private final Definition merged;
  private final Facts facts;
  private final DirectorySettings settings;
  private final Instant now;
  private final List<FedMistake> mistakes = new ArrayList<>();

  /**
   * @param before without it
   * @param merged with what this feed says
   */
  FedCheck(
      Directory before, Definition merged, Facts facts, DirectorySettings settings, Instant now) {
    this.before = before;
    this.merged = merged;
    this.now = now;
    this.facts = facts;
    this.settings = settings;
  }

  List<FedMistake> of(List<Fed> people, Definition file) {
    Map<String, Official> inFile = new LinkedHashMap<>();
    file.officials().forEach(one -> inFile.put(one.id(), one));
    for (Fed said : people) {
      Fed one = said.after(merged.moves());
      one.missing(Optional.ofNullable(inFile.get(one.id())))
          .forEach(field -> mistake(one, field, FedMistake.What.MISSING, ""));
      check(one);
    }
    anAdministratorStays(people);
    return List.copyOf(mistakes);
  }

  private void anAdministratorStays(List<Fed> people) {
    Administrators were = new Administrators(before.officials(), before.departures(), now);
    if (were.lostTo(new Administrators(merged.officials(), before.departures(), now))) {
      List<String> still =
          merged.officials().stream().filter(Administrators::is).map(Official::id).toList();
      before.officials().stream()
          .filter(one -> Administrators.is(one) && !still.contains(one.id()))
          .flatMap(one -> people.stream().filter(said -> said.id().equals(one.id())))
          .forEach(one -> mistake(one, "roles", FedMistake.What.ADMINISTRATOR, ""));
    }
  }

  private void check(Fed one) {
    known(one, "team", one.team(), id -> merged.teams().stream().anyMatch(t -> t.id().equals(id)));
    for (String topic : orNone(one.topics())) {
      known(one, "topics", topic, id -> merged.topics().stream().anyMatch(t -> t.id().equals(id)));
    }
    for (String place : orNone(one.neighbourhoods())) {
      known(one, "neighbourhoods", place, merged.neighbourhoods()::containsKey);
    }
    known(
        one,
        "deputy",
        one.deputy(),
        id -> !id.equals(one.id()) && merged.officials().stream().anyMatch(o -> o.id().equals(id)));
    within(one, "capacity", one.capacity(), 1, Sharing.MOST);
    within(one, "cap", said(one.cap()), 1, Sharing.MOST);
    within(one, "share", said(one.share()), Sharing.LEAST_SHARE, Sharing.FULL);
    for (String language : orNone(one.languages())) {
      if (!Sharing.isLanguage(language)) {
        mistake(one, "languages", FedMistake.What.WRONG, language);
      }
    }
    if (one.email() != null && settings.domains().contains(Contact.domain(one.email()))) {
      mistake(one, "email", FedMistake.What.OWN_DOMAIN, one.email());
    }
    if (one.address() != null && !settings.domains().contains(Contact.domain(one.address()))) {
      mistake(one, "address", FedMistake.What.NOT_OWN_DOMAIN, one.address());
    }
    alone(one, "email", one.email());
    alone(one, "address", one.address());
    if (phone(before.officials(), one.id()).isPresent()
        && phone(merged.officials(), one.id()).isEmpty()
        && toldByPhone(one.id())) {
      mistake(one, "phone", FedMistake.What.NEEDED, "");
    }
  }

  private static Optional<String> phone(List<Official> of, String id) {
    return of.stream()
        .filter(one -> one.id().equals(id))
        .flatMap(one -> Stream.ofNullable(one.phone()))
        .findFirst();
  }

  /** Whether they are on call at their own number. */
  private boolean toldByPhone(String id) {
    return merged.topics().stream()
        .filter(topic -> topic.principle() != null)
        .flatMap(topic -> topic.principle().onCall().stream())
        .anyMatch(duty -> duty.official().equals(id) && duty.phone() == null);
  }

  /** Null for none any more, too. */
  private static Integer said(Integer value) {
    return value != null && value == Fed.NONE ? null : value;
  }

  private void within(Fed one, String field, Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      mistake(one, field, FedMistake.What.WRONG, String.valueOf(value));
    }
  }

  private static List<String> orNone(List<String> list) {
    return list == null ? List.of() : list;
  }

  private void known(Fed one, String field, String value, Predicate<String> exists) {
    if (value != null && !value.isEmpty() && !exists.test(value)) {
      mistake(one, field, FedMistake.What.UNKNOWN, value);
    }
  }

  /**
   * Nobody else has it, or had it before, also nobody who left: post to them must not reach a
   * namesake.
   */
  private void alone(Fed one, String field, String value) {
    if (value == null) {
      return;
    }
    Stream<String> officials =
        merged.officials().stream()
            .filter(other -> !other.id().equals(one.id()))
            .flatMap(other -> Stream.of(other.email(), other.address()));
    Stream<String> left =
        facts.former().stream()
            .filter(other -> !other.id().equals(one.id()))
            .flatMap(other -> Stream.of(other.email(), other.address()));
    Stream<String> had =
        facts.addresses().stream()
            .filter(other -> !other.official().equals(one.id()))
            .map(FormerAddress::address);
    Stream<String> topics = merged.topics().stream().flatMap(topic -> topic.addresses().stream());
    if (Stream.of(officials, left, had, topics).flatMap(each -> each).anyMatch(value::equals)) {
      mistake(one, field, FedMistake.What.TAKEN, value);
    }
  }

  private void mistake(Fed one, String field, FedMistake.What what, String value) {
    mistakes.add(new FedMistake(one.id(), field, what, value));
  }
}
