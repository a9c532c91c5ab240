package nl.aanspreekpunt.web.work.household;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.household.HouseholdAccess;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Course;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;

/** From a household to its page. */
final class HouseholdView {
  private final Frame frame;
  private final Moment moment;
  private final Names names;

  HouseholdView(Frame frame, Moment moment) {
    this.frame = frame;
    this.moment = moment;
    this.names = new Names(moment.directory(), frame.words());
  }

  HouseholdPage page(
      Household one,
      List<HouseholdAccess.Seen> cases,
      String back,
      Form form,
      List<FieldError> errors,
      String problem) {
    boolean lasts = !one.citizens().isEmpty();
    return new HouseholdPage(
        frame,
        one.id(),
        frame.say("household.kind." + one.kind()),
        back,
        one.present().stream()
            .map(
                who ->
                    new HouseholdPage.Who(
                        who.name(), frame.say("household.role." + who.role()), who.from()))
            .toList(),
        links(one),
        ended(one),
        one.official().map(this::stands).orElse(null),
        lasts ? cases.stream().map(it -> asked(one, it)).toList() : List.of(),
        one.present().stream()
            .map(
                who ->
                    new Choice(
                        who.citizen(),
                        who.name(),
                        one.citizens().size() == 1 || form.starting("of.").contains(who.citizen())))
            .toList(),
        choices(frame, "household.role.", Household.Role.values(), form.get("role")),
        officials(one),
        story(one, cases),
        form,
        errors,
        problem);
  }

  /** To be written, from a question that this reader has; else to be read. */
  private static String story(Household of, List<HouseholdAccess.Seen> cases) {
    return cases.stream()
        .filter(it -> !of.lasting().isEmpty() && it.access().mayAct())
        .findFirst()
        .map(it -> "/werk/vragen/" + it.one().id() + "/tot-nu-toe")
        .orElse(HouseholdPage.PATH + of.id() + "/verhaal");
  }

  static List<Choice> choices(Frame frame, String prefix, Enum<?>[] all, String chosen) {
    return Stream.of(all)
        .map(one -> new Choice(one.name(), frame.say(prefix + one), one.name().equals(chosen)))
        .toList();
  }

  private List<Choice> officials(Household one) {
    Instant now = moment.now();
    return moment.directory().officials().stream()
        .filter(it -> moment.directory().employed(it.id(), now))
        .sorted(Comparator.comparing(Official::name))
        .map(
            it ->
                new Choice(it.id(), it.name(), one.official().filter(it.id()::equals).isPresent()))
        .toList();
  }

  /** Two who are linked are shown once, with what each may. */
  private List<HouseholdPage.Link> links(Household one) {
    Set<Set<String>> shown = new HashSet<>();
    List<HouseholdPage.Link> all = new ArrayList<>();
    for (Household.Link link : one.lasting()) {
      if (shown.add(Set.of(link.of(), link.to()))) {
        List<Household.Link> both =
            Stream.of(one.link(link.of(), link.to()), one.link(link.to(), link.of()))
                .flatMap(it -> it.stream())
                .toList();
        all.add(
            new HouseholdPage.Link(
                link.of(),
                link.to(),
                frame.say("household.and", name(one, link.of()), name(one, link.to())),
                both.stream().map(it -> may(one, it)).toList(),
                both.stream().map(it -> consent(one, it)).toList()));
      }
    }
    return all;
  }

  private String may(Household one, Household.Link link) {
    return frame.say(
        "household.may", name(one, link.to()), name(one, link.of()), rights(frame, link.rights()));
  }

  static String rights(Frame frame, Household.Rights rights) {
    List<String> all = new ArrayList<>();
    if (rights.see()) {
      all.add(frame.say("household.right.see"));
    }
    if (rights.ask()) {
      all.add(frame.say("household.right.ask"));
    }
    if (rights.decide()) {
      all.add(frame.say("household.right.decide"));
    }
    return all.stream().collect(Collectors.joining(", "));
  }

  private String consent(Household one, Household.Link link) {
    Household.Consent consent = link.consent();
    return frame.say(
        "household.consent",
        name(one, link.of()),
        frame.moments().date(consent.on().atStartOfDay(moment.directory().zone()).toInstant()),
        consent.how(),
        names.of(consent.recordedBy()));
  }

  private List<String> ended(Household one) {
    return one.links().stream()
        .filter(link -> !link.lasts())
        .map(
            link ->
                frame.say(
                    "household.was",
                    name(one, link.to()),
                    name(one, link.of()),
                    rights(frame, link.rights()),
                    frame.moments().date(link.from()),
                    frame.moments().date(link.until()),
                    names.of(link.endedBy())))
        .toList();
  }

  static CoursePage.Step step(Household of, Course.Step step, Names names) {
    Case in = step.in();
    return new CoursePage.Step(
        name(of, in.citizen()) + ": " + names.subject(in), "/werk/vragen/" + in.id(), step.entry());
  }

  /** Who left is named with who has their work now. */
  private String stands(String official) {
    Instant now = moment.now();
    return moment.directory().employed(official, now)
        ? names.of(official)
        : frame.say(
            "household.standing.left",
            names.of(official),
            names.of(moment.directory().successorOf(official, now).id()));
  }

  private static String name(Household one, String citizen) {
    return one.member(citizen).map(Household.Member::name).orElse("");
  }

  private HouseholdPage.Asked asked(Household one, HouseholdAccess.Seen seen) {
    Case it = seen.one();
    return new HouseholdPage.Asked(
        seen.access().reads() ? "/werk/vragen/" + it.id() : null,
        seen.access().showsSubject(it) ? names.subject(it) : frame.say("household.hidden"),
        name(one, it.citizen()),
        names.of(it.official()),
        it.open(),
        it.openedAt());
  }
}
