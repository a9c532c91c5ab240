package nl.aanspreekpunt.web.work.sofar;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.SoFarNote;
import nl.aanspreekpunt.casework.sofar.SoFar;
import nl.aanspreekpunt.casework.sofar.SoFarFacts;
import nl.aanspreekpunt.casework.sofar.SoFarWork;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.OwnCase;

/** From a story so far, and the facts that the timelines offer, to its page. */
final class SoFarView {
  static final List<String> FIELDS = List.of("wants", "kept", "decided", "people", "careful");

  private final Frame frame;
  private final Names names;
  private final Instant now;

  SoFarView(Frame frame, Directory directory, Instant now) {
    this.frame = frame;
    this.names = new Names(directory, frame.words());
    this.now = now;
  }

  /**
   * @param shown the one that is shown; null: there is none yet
   * @param latest the one that holds; null: there is none yet
   */
  record Stories(SoFar shown, SoFar latest) {
    boolean holds() {
      return shown == null || shown.number() == latest.number();
    }
  }

  SoFarPage page(
      Case one,
      SoFarWork.Subject of,
      Stories stories,
      List<SoFarPage.Before> before,
      SoFarFacts facts,
      Form form,
      List<FieldError> errors,
      String problem) {
    SoFar shown = stories.shown();
    String me = frame.viewer().official().id();
    return new SoFarPage(
        frame,
        OwnCase.page(one),
        of.household() == null ? names.citizen(one) : of.household().name(),
        stories.latest() == null ? 0 : stories.latest().number(),
        shown == null
            ? null
            : frame.say("sofar.written", names.of(shown.by()), frame.moments().say(shown.at())),
        read(shown),
        shown != null
            && stories.holds()
            && !me.equals(shown.by())
            && (shown.readings().stream().noneMatch(it -> it.by().equals(me))
                || SoFarNote.toRead(one, me)),
        shown == null || shown.number() == 1
            ? null
            : OwnCase.page(one) + "/tot-nu-toe?eerder=" + (shown.number() - 1),
        stories.holds(),
        shown == null ? List.of() : parts(frame, shown.parts()),
        shown == null
            ? List.of()
            : stories.latest().corrections().stream().map(this::correction).toList(),
        fields(of.household(), shown, facts, form),
        errors,
        before,
        problem);
  }

  private List<String> read(SoFar shown) {
    if (shown == null) {
      return List.of();
    }
    return shown.readings().isEmpty()
        ? List.of(frame.say("sofar.unread"))
        : shown.readings().stream()
            .map(it -> frame.say("sofar.read", names.of(it.by()), frame.moments().say(it.at())))
            .toList();
  }

  /** Those that say something. */
  static List<SoFarPage.Part> parts(Frame frame, SoFar.Parts parts) {
    return Stream.iterate(0, i -> i < FIELDS.size(), i -> i + 1)
        .filter(i -> !parts.all().get(i).isBlank())
        .map(i -> new SoFarPage.Part(frame.say("sofar." + FIELDS.get(i)), parts.all().get(i)))
        .toList();
  }

  private SoFarPage.Correction correction(SoFar.Correction one) {
    return SoFarWords.correction(one, frame, names);
  }

  /** Null while nobody answered it. */
  static String answer(Frame frame, SoFar.Correction one, String by) {
    if (one.open()) {
      return null;
    }
    return one.taken() ? frame.say("sofar.taken", by) : frame.say("sofar.not-taken", by, one.why());
  }

  /** As it was typed, else as it stands; with a fact for each that was taken over by its key. */
  private List<SoFarPage.Field> fields(Household of, SoFar shown, SoFarFacts facts, Form form) {
    String take = form.get("take");
    return Stream.iterate(0, i -> i < FIELDS.size(), i -> i + 1)
        .map(
            i -> {
              String name = FIELDS.get(i);
              String stored = shown == null ? "" : shown.parts().all().get(i);
              String text = form.fields().containsKey(name) ? form.get(name) : stored;
              List<String> said = said(of, name, facts);
              String taken = take.equals(name) ? with(text, said) : text;
              return new SoFarPage.Field(
                  name,
                  frame.say("sofar." + name),
                  frame.say("sofar." + name + ".hint"),
                  taken,
                  said);
            })
        .toList();
  }

  private static String with(String text, List<String> facts) {
    String added =
        facts.stream()
            .filter(fact -> !text.contains(fact))
            .reduce((one, next) -> one + "\n" + next)
            .orElse("");
    return added.isEmpty() || text.isBlank() ? text + added : text.stripTrailing() + "\n" + added;
  }

  /** Of a household whose question it was as well; empty for a citizen alone. */
  private String whose(Household of, String citizen) {
    return of == null
        ? ""
        : of.member(citizen).map(it -> frame.say("sofar.fact.of", it.name())).orElse("");
  }

  private List<String> said(Household of, String name, SoFarFacts facts) {
    return switch (name) {
      case "wants" ->
          facts.asked().stream()
              .map(
                  it ->
                      frame.say(
                              "sofar.fact.asked",
                              frame.moments().date(it.at()),
                              it.subject() == null ? "" : it.subject())
                          + whose(of, it.citizen()))
              .toList();
      case "kept" -> facts.promises().stream().map(this::promised).toList();
      case "decided" ->
          facts.decisions().stream()
              .map(
                  it ->
                      frame.say(
                              "sofar.fact.decided",
                              frame.moments().date(it.at()),
                              frame.say("work.outcome." + it.outcome()),
                              names.of(it.by()))
                          + (it.why() == null || it.why().isBlank() ? "" : " " + it.why()))
              .toList();
      case "people" ->
          Stream.concat(
                  facts.people().stream()
                      .map(it -> person("met", names.of(it.official()), it.from())),
                  facts.helped().stream().map(it -> person(it.how().name(), who(it), it.at())))
              .toList();
      default -> List.of();
    };
  }

  private String person(String fact, String person, Instant at) {
    return frame.say("sofar.fact." + fact, person, frame.moments().date(at));
  }

  private String who(SoFarFacts.Helped one) {
    return one.official() == null ? one.partner() : names.of(one.official());
  }

  private String promised(SoFarFacts.Promised one) {
    Promise it = one.promise();
    String how =
        it.state() == Promise.State.KEPT
            ? it.endedAt() != null && it.endedAt().isAfter(it.due()) ? "late" : "kept"
            : now.isAfter(it.due()) ? "overdue" : "open";
    return frame.say(
        "sofar.fact." + how,
        names.kind(it),
        names.of(one.official()),
        frame.moments().date(it.due()));
  }
}
