package nl.aanspreekpunt.web.work;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Interleaving;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.casework.atwork.DraftReply;
import nl.aanspreekpunt.casework.atwork.Look;
import nl.aanspreekpunt.casework.planned.SeenReply;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.outbox.whatsapp.Templates;
import nl.aanspreekpunt.web.FormTokens;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.atwork.Strand;
import nl.aanspreekpunt.web.work.atwork.Working;
import nl.aanspreekpunt.web.work.texting.Composing;
import nl.aanspreekpunt.web.work.texting.TextingNow;

/** What is new in a case to its reader, and what they were writing. */
final class WorkingView {
  private final Frame frame;
  private final Case one;
  private final Given given;
  private final Templates templates;

  /**
   * What it is made of.
   *
   * @param look null for who leaves no mark: an auditor
   * @param draft null when there never was one
   * @param others the citizen's other cases that this reader may know to be there
   * @param texting what is to be known before somebody is texted
   */
  record Given(
      Look look,
      DraftReply draft,
      Strand strand,
      List<Others> others,
      TextingNow texting,
      boolean readOnly) {
    /** Those of the citizen that this reader may know to be there; of some no more than that. */
    Given knowing(Case one, List<Case> all, Function<Case, Access> access) {
      List<Others> known =
          all.stream()
              .filter(it -> !it.id().equals(one.id()) && access.apply(it) != Access.NONE)
              .map(it -> Others.of(it, access.apply(it)))
              .toList();
      return new Given(look, draft, strand, known, texting, readOnly);
    }
  }

  /** A case, and how much of it the reader may know. */
  record Others(Case one, boolean subject, boolean acts) {
    static Others of(Case one, Access access) {
      return new Others(one, access.showsSubject(one), access.mayAct());
    }
  }

  WorkingView(Frame frame, Case one, Given given, Templates templates) {
    this.frame = frame;
    this.templates = templates;
    this.one = one;
    this.given = given;
  }

  Working of(
      Names names,
      List<Identity> known,
      CaseView.Back back,
      List<CasePage.Line> lines,
      List<CasePage.Entry> newer) {
    return new Working(
        new CardView(frame, names, one, given.texting()).of(known, given.others()),
        Strand.all().stream().map(this::shown).toList(),
        fresh(lines),
        given.readOnly() ? null : writing(names, known, back, newer),
        given.look() == null
            ? null
            : "/werk/vragen/" + one.id() + "/stroom?gezien=" + (one.paged() + one.events().size()));
  }

  private Working.Shown shown(Strand strand) {
    String query = strand == Strand.ALL ? "" : Strand.KEY + "=" + strand.said();
    return new Working.Shown(query, frame.say("case.strand." + strand), strand == given.strand());
  }

  boolean shows(Interleaving.Entry entry) {
    return given.strand().shows(entry.event());
  }

  /** What the author of the answer on this page has not seen. */
  List<CaseEvent> newer(CaseView.Back back) {
    DraftReply draft = given.draft();
    if (back.answer()) {
      Form form = back.form();
      return newer(one, form.orNull("seen"), form.get(ComposerForm.ANSWERED));
    }
    return given.readOnly() || draft == null || !draft.stands()
        ? List.of()
        : newer(one, draft.seen(), draft.answered());
  }

  /** Where an entry stands on its page. */
  String place(Interleaving.Entry entry) {
    int index = index(entry);
    return index >= 0
        ? "e" + index
        : "e-" + entry.in().id() + "-" + entry.event().at().toEpochMilli();
  }

  /** Which of all events of this case it is; -1 for one of another, or in a page of older ones. */
  private int index(Interleaving.Entry entry) {
    return IntStream.range(0, one.events().size())
        .filter(i -> one.events().get(i) == entry.event())
        .map(i -> one.paged() + i)
        .findFirst()
        .orElse(-1);
  }

  /** It is of somebody else, and came after this reader was here last, and after what they did. */
  boolean fresh(Interleaving.Entry entry) {
    if (given.look() == null || !byAnother(entry.event())) {
      return false;
    }
    int index = index(entry);
    return index >= 0
        ? index >= given.look().from() && index > ownLast()
        : entry.event().at().isAfter(given.look().fromAt());
  }

  private int ownLast() {
    return IntStream.range(0, one.events().size())
        .filter(i -> by(one.events().get(i)).filter(me()::equals).isPresent())
        .map(i -> one.paged() + i)
        .reduce(-1, (earlier, later) -> later);
  }

  private String me() {
    return frame.viewer().official().id();
  }

  private boolean byAnother(CaseEvent event) {
    return event instanceof CaseEvent.Received
        || by(event).filter(by -> !by.equals("hub") && !by.equals(me())).isPresent();
  }

  private static Optional<String> by(CaseEvent event) {
    return Stream.of(event.getClass().getRecordComponents())
        .filter(component -> component.getName().equals("by"))
        .findFirst()
        .map(component -> said(event, component));
  }

  private static String said(CaseEvent event, RecordComponent component) {
    try {
      return (String) component.getAccessor().invoke(event);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " of an event cannot be read", e);
    }
  }

  private Working.Fresh fresh(List<CasePage.Line> lines) {
    List<CasePage.Line> fresh = lines.stream().filter(CasePage.Line::fresh).toList();
    return fresh.isEmpty()
        ? null
        : new Working.Fresh(
            frame.say(
                fresh.size() == 1 ? "case.fresh.one" : "case.fresh",
                fresh.size(),
                frame.moments().say(given.look().fromAt())),
            fresh.get(0).id());
  }

  private Working.Writing writing(
      Names names, List<Identity> known, CaseView.Back back, List<CasePage.Entry> newer) {
    DraftReply draft = given.draft();
    boolean stands = draft != null && draft.stands();
    return new Working.Writing(
        back.form().fields().getOrDefault(ComposerForm.PAGE, FormTokens.random()),
        draft == null ? 0 : draft.version(),
        SeenReply.lastAnswer(one),
        stands ? kept(frame, draft) : null,
        thrown(draft) ? frame.moments().say(draft.discardedAt()) : null,
        newer.isEmpty() ? null : since(back, draft),
        newer,
        way(names),
        new WhatsAppView(frame, templates)
            .of(one, names, known, back.form().get(WhatsAppView.TEMPLATE)),
        Composing.of(
            frame,
            one,
            given.texting(),
            not -> Lost.ways(not, known, "sms.elsewhere", frame, names)));
  }

  /** Not long ago: after a day nobody wants it back. */
  private boolean thrown(DraftReply draft) {
    return draft != null
        && draft.takeable()
        && draft.discardedAt().plus(Duration.ofDays(1)).isAfter(frame.moments().now());
  }

  static String kept(Frame frame, DraftReply draft) {
    return frame.say("case.draft.kept", frame.moments().say(draft.at()));
  }

  private String since(CaseView.Back back, DraftReply draft) {
    return back.answer() || draft == null
        ? frame.say("case.newer.since")
        : frame.say("case.newer.draft", frame.moments().say(draft.at()));
  }

  /** What the author of an answer has not seen when they sent it, or left it. */
  private static List<CaseEvent> newer(Case one, String seen, String answered) {
    List<CaseEvent> messages =
        seen == null || !one.holds(seen)
            ? List.of()
            : one.since(seen).stream().filter(CaseEvent.Received.class::isInstance).toList();
    return one.events().stream()
        .filter(
            event ->
                messages.contains(event)
                    || (event instanceof CaseEvent.Replied reply && after(one, answered, reply)))
        .toList();
  }

  private static boolean after(Case one, String answered, CaseEvent.Replied reply) {
    List<String> all = one.happened(CaseEvent.Replied.class).map(CaseEvent.Replied::entry).toList();
    return all.indexOf(reply.entry()) > all.indexOf(answered);
  }

  /** Null when the citizen can be answered in several ways. */
  private String way(Names names) {
    List<Participant> all = one.participants();
    return all.size() == 1 ? way(frame, names, all.get(0)) : null;
  }

  static String way(Frame frame, Names names, Participant who) {
    return frame.say(
        "case.way." + Reachable.by(who), names.participant(who), names.address(who.address()));
  }

  /** What a form sent back, and of what it does not say the draft that stands. */
  static CaseView.Back draft(CaseView.Back back, DraftReply draft) {
    if (draft == null || !draft.stands() || back.answer()) {
      return back;
    }
    Map<String, String> fields = new TreeMap<>(ComposerForm.of(draft).fields());
    fields.putAll(back.form().fields());
    return new CaseView.Back(new Form(fields), back.lead(), back.errors(), back.problem());
  }
}
