package nl.aanspreekpunt.casework.sofar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Responsibility;
import nl.aanspreekpunt.promise.Promise;

/**
 * What the timelines say, to be taken over: never of what is confidential or a complaint, since the
 * story is read by everybody who works on a question of theirs, and by them.
 *
 * @param asked what they asked, and when
 * @param promises what was promised to them
 * @param decisions what was decided, and why
 * @param people who was responsible, since when
 * @param helped who did something besides
 */
public record SoFarFacts(
    List<Asked> asked,
    List<Promised> promises,
    List<Decided> decisions,
    List<Met> people,
    List<Helped> helped) {
  private static final int MOST = 30;

  /**
   * @param citizen who asked it (citizen id)
   */
  public record Asked(String citizen, String subject, Instant at, boolean open) {}

  public record Promised(Promise promise, String official) {}

  /**
   * @param why in the official's words; null: nothing was said
   */
  public record Decided(Outcome outcome, String why, String by, Instant at) {}

  public record Met(String official, Instant from) {}

  /** What somebody did who was not responsible. */
  public enum How {
    /** Acted while the other was away. */
    ACTED,
    /** Was asked, and answered. */
    ANSWERED,
    /** Took part in a case table. */
    TABLE
  }

  /**
   * @param official official id; null: somebody of another organisation
   * @param partner their name and organisation, as they were written; null: an official
   */
  public record Helped(How how, String official, String partner, Instant at) {}

  /**
   * @param all those that the reader may read
   */
  public static SoFarFacts of(List<Case> all) {
    List<Case> shown =
        all.stream()
            .filter(one -> !one.hidesSubject() && !one.joined())
            .sorted(Comparator.comparing(Case::openedAt))
            .toList();
    List<Asked> asked = new ArrayList<>();
    List<Promised> promises = new ArrayList<>();
    List<Decided> decisions = new ArrayList<>();
    List<Met> people = new ArrayList<>();
    List<Helped> helped = new ArrayList<>();
    for (Case one : shown) {
      asked.add(new Asked(one.citizen(), one.subject(), one.openedAt(), one.open()));
      one.promises().stream()
          .filter(it -> it.toCitizen() && it.state() != Promise.State.WITHDRAWN)
          .map(it -> new Promised(it, one.ownerOf(it)))
          .forEach(promises::add);
      one.happened(CaseEvent.Closed.class)
          .filter(it -> it.outcome() != Outcome.JOINED)
          .map(it -> new Decided(it.outcome(), it.explanation(), it.by(), it.at()))
          .forEach(decisions::add);
      String last = null;
      for (Responsibility then : one.responsibilities()) {
        if (!then.official().equals(last)) {
          last = then.official();
          people.add(new Met(last, then.from()));
        }
      }
      helped.addAll(helped(one));
    }
    people.sort(Comparator.comparing(Met::from));
    helped.sort(Comparator.comparing(Helped::at));
    return new SoFarFacts(
        latest(asked), latest(promises), latest(decisions), latest(people), latest(helped));
  }

  /** Each once in a case for the same thing. */
  private static List<Helped> helped(Case one) {
    List<Helped> all = new ArrayList<>();
    one.acting().forEach(it -> all.add(new Helped(How.ACTED, it.official(), null, it.from())));
    for (Consult consult : one.care().consults()) {
      consult.answers().stream()
          .filter(it -> !it.automatic())
          .map(it -> new Helped(How.ANSWERED, it.by(), partner(consult, it), it.at()))
          .forEach(all::add);
    }
    one.care()
        .table()
        .ifPresent(
            it -> it.people().forEach(who -> all.add(new Helped(How.TABLE, who, null, it.at()))));
    Set<List<String>> known = new HashSet<>();
    all.removeIf(it -> !known.add(Arrays.asList(it.how().name(), it.official(), it.partner())));
    return all;
  }

  private static String partner(Consult consult, Consult.Answer answer) {
    return answer.by() == null
        ? consult.partner().name() + " (" + consult.partner().organisation() + ")"
        : null;
  }

  private static <T> List<T> latest(List<T> all) {
    return List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }
}
