package nl.aanspreekpunt.web.work.talk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Appointment;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Talks;
import nl.aanspreekpunt.casework.talk.TalkSigns;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Names;

/** Talks in words, for officials. */
public record TalkWords(Frame frame, Names names, Moment moment) {
  /**
   * What a case page shows of talks.
   *
   * @param why why one is proposed, each in words; empty when none is
   * @param despair they wrote that they do not want to live any more: call today
   * @param off who said that none is to be proposed; null: nobody did
   * @param planned the one to come, in words; null when there is none
   * @param unsuited why it does not suit the citizen; null when they did not say so
   * @param cautions what to be careful of on the visit to come
   */
  public record Strip(
      String path,
      List<String> why,
      boolean despair,
      String off,
      String planned,
      String unsuited,
      List<String> cautions) {}

  public static String path(Case one) {
    return "/werk/vragen/" + one.id() + "/afspraak";
  }

  /** Null when there is nothing to show. */
  public Strip strip(Case one) {
    List<String> why = why(one);
    Talks talks = one.care().talks();
    if (why.isEmpty() && talks.planned().isEmpty() && talks.off() == null) {
      return null;
    }
    Appointment next = talks.planned().isEmpty() ? null : talks.planned().get(0);
    return new Strip(
        path(one),
        why,
        despair(one),
        talks.off() == null ? null : frame.say("talk.off", names.of(talks.off().by())),
        next == null ? null : planned(next),
        next == null ? null : next.unsuited(),
        next == null ? List.of() : cautions(one, next));
  }

  /** Why a talk is proposed, each in words; empty when none is. */
  public List<String> why(Case one) {
    return TalkSigns.of(one, moment.directory().talks()).stream().map(this::why).toList();
  }

  /** They wrote that they do not want to live any more. */
  public boolean despair(Case one) {
    return TalkSigns.despair(one, moment);
  }

  private String why(TalkSigns.Sign sign) {
    return sign.words().isEmpty()
        ? frame.say("talk.sign." + sign.kind(), sign.count())
        : frame.say("talk.sign." + sign.kind(), String.join("”, “", sign.words()));
  }

  /** "Visit on Tuesday from 10:00 until 11:00, Kerkstraat 1." */
  public String planned(Appointment one) {
    String said = when(one.how(), one.from(), one.until());
    return one.place().isEmpty() ? said : said + " · " + one.place();
  }

  public String when(CaseEvent.Talk how, Instant from, Instant until) {
    return frame.say(
        "talk.when",
        frame.say("talk.how." + how),
        frame.moments().say(from),
        frame.moments().time(until));
  }

  /** Only for a visit, and only for who may read the case. */
  public List<String> cautions(Case one, Appointment visit) {
    return visit.how() == CaseEvent.Talk.VISIT ? cautions(one.care().talks()) : List.of();
  }

  public List<String> cautions(Talks talks) {
    return talks.cautions().stream().map(this::caution).toList();
  }

  private String caution(Talks.Caution one) {
    return frame.say(
        "talk.caution.said", one.words(), names.of(one.by()), frame.moments().date(one.at()));
  }

  /** What is promised first besides a talk or a call: no talk moves that. */
  private static Optional<Promise> promised(Case one) {
    return one.openPromises().stream()
        .filter(it -> !it.kind().apart() && it.kind() != PromiseKind.CALLBACK)
        .filter(it -> it.kind() != PromiseKind.UNDERTAKING)
        .min(Comparator.comparing(Promise::due));
  }

  /** Whether a talk at a moment comes after what was promised. */
  static boolean after(Case one, Instant from) {
    return promised(one).filter(it -> from.isAfter(it.due())).isPresent();
  }

  /**
   * What is promised, or that the talk to come is later than that; null when nothing is, or it is
   * sooner.
   *
   * @param next the talk to come; null when it is yet to be planned
   */
  String promised(Case one, Appointment next) {
    if (next != null && !after(one, next.from())) {
      return null;
    }
    String key = next == null ? "talk.before" : "talk.after";
    return promised(one)
        .map(
            it ->
                frame.say(
                    key, frame.say("work.promise." + it.kind()), frame.moments().say(it.due())))
        .orElse(null);
  }

  /** What Today says beside a talk to come; null when there is nothing to say. */
  public String beside(Case one, Appointment talk, String more) {
    String unsuited = talk.unsuited() == null ? null : frame.say("talk.unsuited", talk.unsuited());
    List<String> all =
        Stream.concat(Stream.of(planned(talk)), cautions(one, talk).stream()).toList();
    return Stream.concat(Stream.of(unsuited, more), all.stream())
        .filter(said -> said != null && !said.isBlank())
        .reduce((one1, next) -> one1 + " " + next)
        .orElse(null);
  }
}
