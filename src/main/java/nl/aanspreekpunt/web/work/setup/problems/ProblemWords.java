package nl.aanspreekpunt.web.work.setup.problems;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Words;
import nl.aanspreekpunt.setup.problems.Problem;
import nl.aanspreekpunt.setup.problems.Problem.Gravity;
import nl.aanspreekpunt.setup.problems.Some;
import nl.aanspreekpunt.web.DeliveryWords;
import nl.aanspreekpunt.web.Moments;
import nl.aanspreekpunt.web.Wording;
import nl.aanspreekpunt.web.work.setup.texts.TextGroups;

/** Problems in words. */
public record ProblemWords(Wording words, Moments moments) {
  private static final String KEY = "problem.";

  /** What is counted up to. */
  private static final Long MOST = 1_000L;

  List<ProblemsPage.Group> groups(List<Problem> all) {
    return Arrays.stream(Gravity.values())
        .map(gravity -> group(gravity, all.stream().filter(one -> one.gravity() == gravity)))
        .filter(group -> !group.rows().isEmpty())
        .toList();
  }

  private ProblemsPage.Group group(Gravity gravity, Stream<Problem> all) {
    String id = gravity.name().toLowerCase(words.locale());
    return new ProblemsPage.Group(id, words.say("problems." + id), rows(all));
  }

  private List<ProblemsPage.Row> rows(Stream<Problem> all) {
    List<ProblemsPage.Row> rows = new ArrayList<>();
    all.forEach(one -> rows.add(row(one, "p" + rows.size() + "-" + one.code())));
    return rows;
  }

  private ProblemsPage.Row row(Problem one, String id) {
    Problem.Where where = one.what().where();
    return new ProblemsPage.Row(
        id,
        what(one),
        means(one),
        mend(one),
        code(one),
        where == null ? null : path(where),
        where == null ? null : words.say("problems.where." + where));
  }

  private static String path(Problem.Where where) {
    return switch (where) {
      case CHANNELS -> "/werk/beheer/kanalen";
      case DIRECTORY -> "/werk/gids";
      case TEXTS -> "/werk/beheer/teksten?eigen=ja";
    };
  }

  public String what(Problem one) {
    return words.say(KEY + one.code(), facts(one));
  }

  public String means(Problem one) {
    return words.say(KEY + one.code() + ".means", facts(one));
  }

  public String mend(Problem one) {
    String own = KEY + one.code() + ".mend." + last(one);
    return words.say(words.has(own) ? own : KEY + one.code() + ".mend", facts(one));
  }

  /** Of trouble that has a code, the code. */
  private static String last(Problem one) {
    return one.what() == Problem.What.MAILBOX_BROKE ? (String) one.facts().get(2) : "";
  }

  private static String code(Problem one) {
    return switch (one.what()) {
      case DKIM_NOT_IN_DNS, DKIM_OTHER_KEY ->
          one.facts().get(0) + " TXT \"v=DKIM1; k=rsa; p=" + one.facts().get(1) + "\"";
      default -> null;
    };
  }

  private Object[] facts(Problem one) {
    return one.facts().stream().map(fact -> said(one, fact)).toArray();
  }

  private String said(Problem one, Object fact) {
    if (fact instanceof Some<?> some) {
      return some.said(each -> name(one, each));
    }
    return switch (one.what()) {
      case CERTIFICATE_ENDED, CERTIFICATE_ENDS, INTAKE_DAY_EMPTY -> moments.date((Instant) fact);
      case RELAY_BROKE, SMS_BROKE ->
          fact instanceof Instant at
              ? moments.say(at)
              : new DeliveryWords(words).why(String.valueOf(fact));
      case MAIL_WAITS, TEXTS_WAIT ->
          fact instanceof Instant at ? moments.say(at) : fact + (MOST.equals(fact) ? "+" : "");
      default -> fact instanceof Instant at ? moments.say(at) : String.valueOf(fact);
    };
  }

  private String name(Problem one, Object named) {
    if (named instanceof Words name) {
      return name.in(words.language());
    }
    String name = String.valueOf(named);
    return one.what() == Problem.What.OWN_TEXT_UNSAID ? TextGroups.name(name, words) : name;
  }
}
