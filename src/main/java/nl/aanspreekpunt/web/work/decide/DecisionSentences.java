package nl.aanspreekpunt.web.work.decide;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Consent;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Names;

/** What was decided, and what came of it, each in a plain sentence. */
public record DecisionSentences(Frame frame, Names names, Case one) {
  private static final Pattern DAY = Pattern.compile("(?<=\\()(\\d{4}-\\d{2}-\\d{2})(?=\\)$)");

  /** Null for what is about something else. */
  public String of(CaseEvent event) {
    if (event instanceof CaseEvent.DecisionHeld held) {
      return say(
          "DecisionHeld",
          names.of(held.by()),
          outcome(held.outcome()),
          frame.say("work.talk." + held.talk()),
          frame.moments().say(held.due()));
    }
    if (event instanceof CaseEvent.DecisionChanged changed) {
      return say("DecisionChanged", names.of(changed.by()), outcome(changed.outcome()));
    }
    if (event instanceof CaseEvent.DecisionTakenBack back) {
      return say("DecisionTakenBack", names.of(back.by()), outcome(back.outcome()));
    }
    if (event instanceof CaseEvent.Decided decided) {
      return decided(decided);
    }
    if (event instanceof CaseEvent.Forwarded sent) {
      int count = sent.messages().size();
      return say("Forwarded", names.of(sent.by()), count, sent.helper(), dated(sent.consent()));
    }
    if (event instanceof CaseEvent.ConsentAsked asked) {
      int count = asked.messages().size();
      return say(
          "ConsentAsked", names.of(asked.by()), participant(asked.link()), asked.helper(), count);
    }
    if (event instanceof CaseEvent.ConsentSaid said) {
      String key = said.agrees() ? "ConsentSaid.yes" : "ConsentSaid.no";
      return say(key, participant(said.link()), said.helper());
    }
    if (event instanceof CaseEvent.ElsewhereConfirmed sure) {
      return sure.who() == null
          ? say("ElsewhereConfirmed.message", names.of(sure.by()), sure.helper())
          : say("ElsewhereConfirmed", names.of(sure.by()), sure.helper(), sure.who());
    }
    if (event instanceof CaseEvent.AskedHelped asked) {
      return say("AskedHelped", participant(asked.link()));
    }
    return event instanceof CaseEvent.SaidHelped said ? helped(said) : null;
  }

  /** Consent is on record as its words and "(2026-06-01)". */
  private String dated(String consent) {
    String page = Consent.PAGE + " (";
    String said =
        consent.startsWith(page)
            ? frame.say("decide.consent.page") + " (" + consent.substring(page.length())
            : consent;
    return DAY.matcher(said)
        .replaceAll(
            hit ->
                Matcher.quoteReplacement(
                    frame
                        .moments()
                        .date(
                            LocalDate.parse(hit.group(1))
                                .atTime(LocalTime.NOON)
                                .atZone(frame.moments().zone())
                                .toInstant())));
  }

  private String decided(CaseEvent.Decided decided) {
    String until =
        decided.objection() == null
            ? null
            : frame.say("decided.objection", frame.moments().date(decided.objection()));
    String talk =
        decided.offer() != null
            ? frame.say("decided.offer", decided.offer())
            : decided.outcome().spokenFirst() ? frame.say("decided.offer.usual") : null;
    return Stream.of(
            said(decided),
            labelled("held.rule", decided.rule()),
            labelled("held.alternative", decided.alternative()),
            until,
            talk)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  private String labelled(String key, String words) {
    return words == null || words.isBlank() ? null : frame.say(key, ended(words.strip()));
  }

  /** So that the next sentence begins after one. */
  private static String ended(String words) {
    return words.matches("(?s).*[.!?…]") ? words : words + ".";
  }

  private String said(CaseEvent.Decided decided) {
    String by = names.of(decided.by());
    if (decided.spoken()) {
      return say("Decided.spoken", by, outcome(decided.outcome()));
    }
    return decided.why() == null
        ? say("Decided", by, outcome(decided.outcome()))
        : say("Decided.letter", by, outcome(decided.outcome()), decided.why());
  }

  private String helped(CaseEvent.SaidHelped said) {
    String heard = said.heard() == null ? null : said.heard() ? "heard" : "not-heard";
    String key =
        said.helped() ? heard == null ? "yes" : heard : heard == null ? "no" : "no-" + heard;
    return say("SaidHelped." + key, participant(said.link()));
  }

  private String participant(String link) {
    return one.anybody(link == null ? "" : link)
        .map(names::participant)
        .orElseGet(() -> frame.say("work.citizen.unknown"));
  }

  private String outcome(Outcome outcome) {
    return frame.say("work.outcome." + outcome);
  }

  private String say(String key, Object... facts) {
    return frame.say("event." + key, facts);
  }
}
