package nl.aanspreekpunt.official;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.OpeningHours;

/** Reads the principles of the directory file, and who is on call for them. */
final class PrincipleReader {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration DAY = Duration.ofHours(24);
  private static final int MOST_EUROS = 100_000;
  private static final String TOPICS = "topics";
  private static final String ON_CALL = "on-call";

  private final List<CallDuty> usual;

  private PrincipleReader(List<CallDuty> usual) {
    this.usual = usual;
  }

  /** With who is on call for each principle that has no rota of its own. */
  static PrincipleReader in(Section file) {
    return new PrincipleReader(rota(file));
  }

  /**
   * @param principle null: the topic has none
   */
  Principle read(Section principle) {
    if (principle == null) {
      return null;
    }
    principle.only(
        "words", "mandate", "urgency", "meanwhile", "may", ON_CALL, "told-within", "signs");
    List<CallDuty> own = rota(principle);
    return new Principle(
        principle.words("words"),
        principle.words("mandate"),
        urgency(principle),
        principle.words("meanwhile"),
        may(principle.sectionOrNull("may")),
        own.isEmpty() ? usual : own,
        within(principle),
        principle.texts("signs"));
  }

  private static Norm urgency(Section principle) {
    principle.text("urgency");
    Norm urgency = principle.norm("urgency");
    if (urgency != null && urgency.onCalendar()) {
      principle.mistake(
          "urgency",
          Mistake.What.CLOCK_TERM,
          urgency.toString(),
          "hours are expected, such as PT4H: it runs day and night");
    }
    return urgency;
  }

  private static Mandate may(Section may) {
    if (may == null) {
      return Mandate.NOT_SAID;
    }
    may.only("who", "up-to");
    List<String> who = may.texts("who");
    Integer upTo = may.textOrNull("up-to") == null ? null : may.count("up-to", 0, MOST_EUROS);
    return new Mandate(who.isEmpty() ? Mandate.NOT_SAID.who() : who, upTo);
  }

  private static Duration within(Section principle) {
    Norm within = principle.norm("told-within");
    if (within == null) {
      return QUARTER;
    }
    if (within.time().isZero() || within.time().compareTo(DAY) > 0) {
      principle.mistake(
          "told-within",
          Mistake.What.CLOCK_TERM,
          within.toString(),
          "PT15M or so is expected, at most PT24H: it runs at night");
      return QUARTER;
    }
    return within.time();
  }

  private static List<CallDuty> rota(Section of) {
    List<CallDuty> rota = new ArrayList<>();
    for (Section duty : of.sections(ON_CALL)) {
      duty.only("official", "days", "phone");
      String days = duty.textOrNull("days");
      rota.add(
          new CallDuty(
              duty.id("official"),
              days == null ? EnumSet.allOf(DayOfWeek.class) : days(duty, days),
              Contact.phone(duty, "phone")));
    }
    return rota;
  }

  /** {@code mon-fri}, {@code tue} or {@code mon, wed-fri}. */
  static Set<DayOfWeek> days(Section duty, String written) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : written.split(",", -1)) {
      try {
        days.addAll(OpeningHours.parse(Map.of(part.strip(), "00:00-24:00")).weekdays());
      } catch (IllegalArgumentException e) {
        duty.mistake(
            "days",
            Mistake.What.DAYS,
            written,
            "'" + written + "'? days such as mon-fri or mon, wed");
      }
    }
    return days;
  }

  /** Whether what principles refer to is there, and somebody can be reached on each day. */
  static void check(Definition definition, Mistakes mistakes) {
    for (int i = 0; i < definition.topics().size(); i++) {
      Principle principle = definition.topics().get(i).principle();
      if (principle != null) {
        String place = TOPICS + "[" + i + "].principle";
        boolean own = mistakes.writes(TOPICS, i, "principle", ON_CALL);
        new Check(place, own ? place + "." + ON_CALL : ON_CALL, definition, mistakes).of(principle);
      }
    }
  }

  private record Check(String place, String rota, Definition definition, Mistakes mistakes) {
    void of(Principle principle) {
      for (String who : principle.may().who()) {
        boolean team = definition.teams().stream().anyMatch(one -> one.id().equals(who));
        if (!team && !Mandate.WORDS.contains(who)) {
          mistakes.add(
              place + ".may.who",
              Mistake.What.UNKNOWN,
              who,
              "'"
                  + who
                  + "' is no team; the id of one, anybody, topic, coordinator or manager is"
                  + " expected");
        }
      }
      Set<DayOfWeek> covered = EnumSet.noneOf(DayOfWeek.class);
      for (CallDuty duty : principle.onCall()) {
        covered.addAll(duty.days());
        reachable(duty);
      }
      if (!principle.onCall().isEmpty()) {
        everyDay(covered);
      }
    }

    private void reachable(CallDuty duty) {
      definition.officials().stream()
          .filter(one -> one.id().equals(duty.official()))
          .findFirst()
          .ifPresentOrElse(
              one -> {
                if (duty.phone() == null && one.phone() == null) {
                  mistakes.add(
                      rota,
                      Mistake.What.NO_PHONE,
                      duty.official(),
                      "a phone for '" + duty.official() + "' is expected: they are told by SMS");
                }
              },
              () ->
                  mistakes.add(
                      rota,
                      Mistake.What.UNKNOWN,
                      duty.official(),
                      "there is no official '" + duty.official() + "'; the id of one is expected"));
    }

    private void everyDay(Set<DayOfWeek> covered) {
      Uncovered.of(EnumSet.allOf(DayOfWeek.class), covered, rota, "call", mistakes);
    }
  }
}
