package nl.aanspreekpunt.casework.talk;

import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.casework.Arrival;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Talks;
import nl.aanspreekpunt.official.TalkSettings;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * What tells that writing goes on too long, and a talk is due. A talk clears it; so does a call or
 * a talk that is to come, and an official who says that it is not so here. Words of not wanting to
 * live any more stay until they were spoken with. Pure.
 */
public final class TalkSigns {
  /** Messages of the citizen, answered in between, without a talk. */
  static final int MANY = 3;

  private TalkSigns() {}

  /** What tells it. */
  public enum Kind {
    /** Plain words of not wanting to live any more: a call today, whatever else is planned. */
    DESPAIR,
    /** Plain words of anger or despair. */
    UPSET,
    /** An answer was doubted. */
    DOUBT,
    /** Three messages back and forth without a talk. */
    MESSAGES,
    /** A third official. */
    THIRD
  }

  /**
   * One of them.
   *
   * @param words of the citizen that tell it, as they were written; empty when it is counted
   * @param count how many messages or officials; 0 when it is in words
   */
  public record Sign(Kind kind, List<String> words, int count) {}

  /** A message came in. What a machine wrote tells nothing; nor do thanks alone. */
  public static void heard(Draft draft, Arrival arrival) {
    if (arrival.automatic() || arrival.courtesy()) {
      return;
    }
    List<String> doubts = answered(draft.before) ? arrival.heard().doubts() : List.of();
    Talks heard = draft.care().talks().heard(arrival.heard(), doubts);
    draft.care(draft.care().with(heard));
  }

  /** They wrote that they do not want to live any more. */
  public static boolean despair(Case one, Moment moment) {
    return of(one, moment.directory().talks()).stream()
        .anyMatch(sign -> sign.kind() == Kind.DESPAIR);
  }

  /** Why a talk is to be proposed, the most pressing first; empty when it is not. */
  public static List<Sign> of(Case one, TalkSettings settings) {
    Talks talks = one.care().talks();
    boolean coming =
        one.openPromises().stream()
            .anyMatch(p -> p.kind() == PromiseKind.TALK || p.kind() == PromiseKind.CALLBACK);
    if (!one.open() || talks.off() != null) {
      return List.of();
    }
    List<Sign> signs = new ArrayList<>();
    if (settings.words() && !talks.despair().isEmpty()) {
      signs.add(new Sign(Kind.DESPAIR, talks.despair(), 0));
    }
    if (coming) {
      return List.copyOf(signs);
    }
    if (settings.words() && !talks.upset().isEmpty()) {
      signs.add(new Sign(Kind.UPSET, talks.upset(), 0));
    }
    if (settings.words() && !talks.doubts().isEmpty()) {
      signs.add(new Sign(Kind.DOUBT, talks.doubts(), 0));
    }
    if (settings.proposes() && talks.written() >= MANY && answered(one)) {
      signs.add(new Sign(Kind.MESSAGES, List.of(), talks.written()));
    }
    int met = one.met().size();
    if (settings.proposes() && met >= MANY && met > talks.metThen()) {
      signs.add(new Sign(Kind.THIRD, List.of(), met));
    }
    return List.copyOf(signs);
  }

  /** In writing, since the citizen was last spoken with. */
  private static boolean answered(Case one) {
    boolean answered = false;
    for (CaseEvent event : one.events()) {
      answered = !event.conversation() && (answered || event instanceof CaseEvent.Replied);
    }
    return answered;
  }
}
