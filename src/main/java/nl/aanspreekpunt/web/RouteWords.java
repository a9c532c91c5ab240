package nl.aanspreekpunt.web;

import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Choice;
import nl.aanspreekpunt.casework.Doubt;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Lesson;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.PinUse;
import nl.aanspreekpunt.casework.Suggestion;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Team;

/** Why a message is where it is, from its facts, in the reader's language. */
public record RouteWords(Directory directory, Wording words) {
  private static final int PERCENT = 100;

  /** In a few words, without anything a citizen wrote. */
  public String brief(Match match) {
    return words.say("work.route." + match.rule());
  }

  /** In whole sentences, with the doubts. */
  public String why(Match match) {
    StringJoiner all = new StringJoiner(" ");
    all.add(why(match.rule(), match.evidence()));
    match.doubts().forEach(doubt -> all.add(why(doubt)));
    match.learned().forEach(lesson -> all.add(why(lesson)));
    match.pins().stream()
        .filter(use -> use.how() != PinUse.How.FOLLOWED)
        .forEach(
            use -> all.add(words.say("why.pin." + use.how(), use.pin(), name(use.official()))));
    if (match.suggestion() != null) {
      all.add(suggested(match.suggestion()));
    }
    if (match.sign() != null) {
      all.add(words.say("why.sign." + match.sign().legal(), match.sign().words()));
    }
    return all.toString();
  }

  private String why(String rule, Evidence evidence) {
    if (evidence instanceof Evidence.CaseNamed named) {
      return words.say("why." + rule, named.number());
    }
    if (evidence instanceof Evidence.LetterAnswered letter) {
      String where = letter.number().equals(letter.named()) ? "stayed" : "went";
      return words.say("why.letter." + where, letter.named(), letter.number());
    }
    if (evidence instanceof Evidence.AllWent all) {
      return words.say("why.all-went", all.named(), all.number());
    }
    if (evidence instanceof Evidence.OwnAddress own) {
      return own.successor() == null
          ? words.say("why.own-address", name(own.official()))
          : words.say("why.own-address.left", name(own.official()), name(own.successor()));
    }
    if (evidence instanceof Evidence.Conversation on) {
      return words.say("why.conversation." + on.tie(), on.number());
    }
    if (evidence instanceof Evidence.Standing standing) {
      return standing(standing);
    }
    if (evidence instanceof Evidence.ContactAgreed agreed) {
      String who = words.say("why.contact-agreement", name(agreed.official()), agreed.number());
      return agreed.successor() == null
          ? who
          : who + " " + words.say("why.left", name(agreed.official()), name(agreed.successor()));
    }
    if (evidence instanceof Evidence.Linked linked) {
      return words.say("why.linked", linked.number());
    }
    if (evidence instanceof Evidence.Household all) {
      return all.successor() == null
          ? words.say("why.household", name(all.official()))
          : words.say("why.household", name(all.official()))
              + " "
              + words.say("why.left", name(all.official()), name(all.successor()));
    }
    if (evidence instanceof Evidence.About about) {
      return about(about);
    }
    if (evidence instanceof Evidence.OfTeam of) {
      return ofTeam(of);
    }
    if (evidence instanceof Evidence.Pinned pin) {
      return words.say("why.pinned", pin.pin(), by(pin.by()), name(pin.official()), pin.reason());
    }
    if (evidence instanceof Evidence.OnDuty duty) {
      String who = words.say("why.intake-duty", name(duty.official()));
      return duty.choice() == null ? who : who + " " + why(duty.choice());
    }
    if (evidence instanceof Evidence.TakenOut out) {
      return words.say("why.parted", name(out.by()), out.number());
    }
    if (evidence instanceof Evidence.Chafes chafes) {
      return words.say("why.friction", name(chafes.by()));
    }
    return complaint((Evidence.Complaint) evidence);
  }

  private String standing(Evidence.Standing one) {
    String who =
        one.topic() == null
            ? words.say("why.standing-official", name(one.official()))
            : words.say("why.standing-official.topic", name(one.official()), topic(one.topic()));
    return one.successor() == null
        ? who
        : who + " " + words.say("why.left", name(one.official()), name(one.successor()));
  }

  private String about(Evidence.About about) {
    String what =
        words.say(
            "why.topic." + about.sign(), topic(about.topic()), String.join(", ", about.words()));
    String where =
        about.neighbourhood() == null
            ? ""
            : " " + words.say("why.neighbourhood", neighbourhood(about.neighbourhood()));
    return what + where + " " + why(about.choice());
  }

  private String ofTeam(Evidence.OfTeam of) {
    String what = words.say("why.team-number", team(of.team()));
    String where =
        of.neighbourhood() == null
            ? ""
            : " " + words.say("why.neighbourhood", neighbourhood(of.neighbourhood()));
    return what + where + " " + why(of.choice());
  }

  /** Why somebody was chosen for a case. */
  public String why(Choice choice) {
    String fit = words.say("why.fit." + choice.fit(), name(choice.official()));
    if (choice.open() == null) {
      return fit;
    }
    String room = fit + " " + words.say("why.room", choice.open(), choice.capacity());
    return choice.allFull() ? room + " " + words.say("why.full") : room;
  }

  private String complaint(Evidence.Complaint complaint) {
    String what =
        words.say(
            "why.complaint." + complaint.sign(), Optional.ofNullable(complaint.words()).orElse(""));
    return complaint.about().isEmpty()
        ? what
        : what
            + " "
            + words.say(
                "why.complaint.about",
                complaint.about().stream().map(this::name).collect(Collectors.joining(", ")));
  }

  /** What somebody taught, without the address it is about. */
  public String why(Lesson lesson) {
    return lesson.kind() == Lesson.Kind.WORDS
        ? words.say("why.lesson.WORDS", name(lesson.by()), lesson.words(), topic(lesson.topic()))
        : words.say("why.lesson." + lesson.kind(), name(lesson.by()), lesson.number());
  }

  /** A learned topic, by which model and how certain. */
  public String suggested(Suggestion one) {
    return words.say(
        "why.learned", topic(one.topic()), one.model(), Math.round(one.certainty() * PERCENT));
  }

  private String why(Doubt doubt) {
    if (Set.of(Doubt.SENT_ON, Doubt.UNPROVEN, Doubt.KEYED).contains(doubt)) {
      return words.say("why.doubt." + doubt.detail());
    }
    return words.say("why.doubt." + doubt.kind(), Optional.ofNullable(doubt.detail()).orElse(""));
  }

  private String by(String who) {
    return who.equals("hub") ? words.say("work.by.hub") : name(who);
  }

  private String name(String official) {
    return directory.official(official).map(Official::name).orElse(official);
  }

  private String topic(String id) {
    return directory.topic(id).map(topic -> topic.name().in(words.language())).orElse(id);
  }

  private String team(String id) {
    return directory.team(id).map(Team::name).orElse(id);
  }

  private String neighbourhood(String id) {
    return directory.neighbourhoods().getOrDefault(id, id);
  }
}
