package nl.aanspreekpunt.web.work.talk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Appointment;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Talks;
import nl.aanspreekpunt.casework.contact.DespiteContact;
import nl.aanspreekpunt.casework.talk.Inviting;
import nl.aanspreekpunt.casework.talk.ProposedTalks;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.contact.ContactView;

/**
 * From a case to the page of its talk.
 *
 * @param agreed about contact with the citizen; null: nothing
 */
record TalkView(Frame frame, Case one, Moment moment, Identity.AgreedContact agreed) {
  /** What was sent back of a form: what was typed and what is wrong. */
  record Back(Form form, String lead, List<FieldError> errors, String problem) {}

  /**
   * @param others the citizen's other cases that this reader may know of
   * @param work the official's open cases, in which their other talks stand
   */
  TalkPage page(List<Case> others, List<Case> work, Back back) {
    Names names = new Names(moment.directory(), frame.words());
    TalkWords words = new TalkWords(frame, names, moment);
    Talks talks = one.care().talks();
    List<Talks.Caution> cautions =
        Stream.concat(Stream.of(one), others.stream())
            .flatMap(other -> other.care().talks().cautions().stream())
            .distinct()
            .sorted(Comparator.comparing(Talks.Caution::at))
            .toList();
    Appointment next = talks.planned().isEmpty() ? null : talks.planned().get(0);
    ProposedTalks proposed = new ProposedTalks(one, work, moment);
    String me = names.of(frame.viewer().official().id());
    return new TalkPage(
        frame,
        one.id(),
        names.subject(one),
        names.citizen(one),
        agreed == null ? null : new ContactView(frame, names, moment).line(agreed),
        one.open(),
        words.why(one),
        talks.off() == null ? null : frame.say("talk.off", names.of(talks.off().by())),
        next == null ? null : planned(words, next),
        words.promised(one, next),
        cautions.stream()
            .map(it -> frame.say("talk.caution.said", it.words(), names.of(it.by()), date(it.at())))
            .toList(),
        cautions.isEmpty() ? "" : cautions.get(cautions.size() - 1).words(),
        slots(words, proposed, back.form()),
        kinds(back.form()),
        agreements(true),
        agreements(false),
        frame.say("talk.present.both", me, names.citizen(one)),
        one.lastReceived(),
        back.form(),
        back.lead(),
        back.errors(),
        back.problem());
  }

  private String date(Instant at) {
    return frame.moments().date(at);
  }

  private static TalkPage.Planned planned(TalkWords words, Appointment next) {
    return new TalkPage.Planned(
        next.uid(),
        words.planned(next),
        next.about(),
        next.how() == CaseEvent.Talk.VISIT,
        next.unsuited());
  }

  /** Of the kind that was asked for first; the first is chosen, so that one key plans it. */
  private List<Choice> slots(TalkWords words, ProposedTalks proposed, Form form) {
    CaseEvent.Talk asked = form.one("how", CaseEvent.Talk.values());
    List<CaseEvent.Talk> kinds = new ArrayList<>();
    if (asked != null) {
      kinds.add(asked);
    }
    Stream.of(CaseEvent.Talk.PHONE, CaseEvent.Talk.VISIT, CaseEvent.Talk.DESK)
        .filter(kind -> kind != asked)
        .forEach(kinds::add);
    kinds.removeIf(kind -> agreed != null && !DespiteContact.allows(agreed, kind));
    List<Choice> slots = new ArrayList<>();
    for (CaseEvent.Talk kind : kinds) {
      proposed
          .times(kind)
          .forEach(
              it -> {
                String value = kind.name() + " " + it.from();
                boolean chosen =
                    form.get("slot").isEmpty() ? slots.isEmpty() : form.get("slot").equals(value);
                String said = words.when(kind, it.from(), it.from().plus(Inviting.length(kind)));
                String suits = it.suits() ? said : said + " · " + frame.say("talk.suits-not");
                String beside =
                    TalkWords.after(one, it.from())
                        ? suits + " · " + frame.say("talk.slot.after")
                        : suits;
                slots.add(new Choice(value, beside, chosen));
              });
    }
    return slots;
  }

  private List<Choice> kinds(Form form) {
    return Stream.of(CaseEvent.Talk.values())
        .map(
            it ->
                new Choice(
                    it.name(), frame.say("talk.how." + it), it.name().equals(form.get("how"))))
        .toList();
  }

  private List<TalkPage.Agreed> agreements(boolean open) {
    return one.promises().stream()
        .filter(it -> it.kind() == PromiseKind.UNDERTAKING && it.open() == open)
        .map(this::agreed)
        .toList();
  }

  private TalkPage.Agreed agreed(Promise it) {
    String when =
        it.open()
            ? frame.say("talk.agreed.due", frame.moments().say(it.due()))
            : frame.say("talk.agreed." + it.state(), frame.moments().say(it.endedAt()));
    return new TalkPage.Agreed(it.id(), it.said(), when);
  }
}
