package nl.aanspreekpunt.web.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;

/** What there is to choose from on the forms of a case page. */
record CaseChoices(Frame frame, Case one, Names names, Moment moment) {
  /**
   * @param form what was chosen on a form that was sent back
   * @param standing official id of whom the citizen has as standing official; null: nobody
   */
  CasePage.Choices on(Form form, String standing) {
    List<Choice> participants =
        one.participants().stream()
            .map(
                who ->
                    new Choice(
                        who.link(),
                        WorkingView.way(frame, names, who),
                        who.link().equals(form.fields().getOrDefault("link", one.contact()))))
            .toList();
    return new CasePage.Choices(
        participants,
        colleagues(form.get("successor"), false),
        colleagues(form.get("offerTo"), false),
        colleagues(standing, true),
        choices("work.talk.", CaseEvent.Talk.values(), form.get("how")),
        choices("work.attempt.", Attempt.Outcome.values(), form.get("attempt")),
        choices("work.outcome.", outcomes(), form.get("outcome")),
        choices("case.class.", classes(), form.get("class")));
  }

  private static Outcome[] outcomes() {
    return Stream.of(Outcome.values())
        .filter(how -> how != Outcome.JOINED && !how.reasoned())
        .toArray(Outcome[]::new);
  }

  /** What the law gives a term goes first; what it is already is no choice. */
  private LegalClass[] classes() {
    return Stream.of(
            LegalClass.FORMAL, LegalClass.COMPLAINT, LegalClass.CALLBACK, LegalClass.QUESTION)
        .filter(legal -> legal != one.legalClass())
        .toArray(LegalClass[]::new);
  }

  private List<Choice> choices(String prefix, Enum<?>[] values, String chosen) {
    return Stream.of(values)
        .map(value -> value.name())
        .map(name -> new Choice(name, frame.say(prefix + name), name.equals(chosen)))
        .toList();
  }

  /** The team's own first; who is away is marked so. */
  private List<Choice> colleagues(String chosen, boolean withResponsible) {
    List<Official> all = new ArrayList<>(moment.directory().officials());
    all.removeIf(
        o -> !moment.directory().employed(o.id(), moment.now()) || one.barred().contains(o.id()));
    if (!withResponsible) {
      all.removeIf(o -> o.id().equals(one.official()));
    }
    all.sort(
        Comparator.comparing((Official o) -> !o.team().equals(one.team()))
            .thenComparing(Official::name));
    return all.stream().map(o -> new Choice(o.id(), label(o), o.id().equals(chosen))).toList();
  }

  private String label(Official official) {
    String away = new AwayWords(frame, moment).beside(official.id());
    return official.name() + ", " + official.function() + away;
  }
}
