package nl.aanspreekpunt.web.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.casework.talk.ProposedTalks;
import nl.aanspreekpunt.promise.TalkTimes;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.talk.TalkWords;

/** Where Today proposes a talk: why, and of each kind the first moment that fits both. */
record TodayTalks(Frame frame, Names names, Moment moment) {
  /** No more than a day's talks are proposed at once. */
  private static final int MOST = 10;

  List<TodayPage.Talk> of(List<Case> all) {
    TalkWords words = new TalkWords(frame, names, moment);
    List<TodayPage.Talk> talks = new ArrayList<>();
    for (Case one : all) {
      boolean now = words.despair(one);
      List<String> why = now || talks.size() < MOST ? words.why(one) : List.of();
      if (!why.isEmpty()) {
        talks.add(
            new TodayPage.Talk(
                one.id(),
                names.subject(one),
                names.citizen(one),
                why,
                TalkWords.path(one),
                slots(one, new ProposedTalks(one, all, moment), words),
                now ? Promising.known(one).orElse(null) : null,
                now));
      }
    }
    return talks;
  }

  private List<TodayPage.Slot> slots(Case one, ProposedTalks proposed, TalkWords words) {
    List<TodayPage.Slot> slots = new ArrayList<>();
    if (!one.care().talks().planned().isEmpty()) {
      return slots; // who does not want to live is called before that
    }
    if (Promising.known(one).isPresent()) {
      direct(proposed, words, CaseEvent.Talk.PHONE).ifPresent(slots::add);
    } else {
      slots.add(asking(CaseEvent.Talk.PHONE));
    }
    slots.add(asking(CaseEvent.Talk.VISIT));
    direct(proposed, words, CaseEvent.Talk.DESK).ifPresent(slots::add);
    return slots;
  }

  private Optional<TodayPage.Slot> direct(
      ProposedTalks proposed, TalkWords words, CaseEvent.Talk how) {
    return proposed.times(how).stream().findFirst().map(it -> slot(it, words, how));
  }

  private static TodayPage.Slot slot(TalkTimes.Proposal it, TalkWords words, CaseEvent.Talk how) {
    return new TodayPage.Slot(how + " " + it.from(), words.when(how, it.from(), it.until()), true);
  }

  /** What is to be said first: whom to call, or where and what to be careful of. */
  private TodayPage.Slot asking(CaseEvent.Talk how) {
    return new TodayPage.Slot(how.name(), frame.say("talk.ask." + how), false);
  }
}
