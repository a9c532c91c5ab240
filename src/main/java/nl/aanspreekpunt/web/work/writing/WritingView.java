package nl.aanspreekpunt.web.work.writing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Noting;
import nl.aanspreekpunt.casework.Planned;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.casework.contact.DespiteContact;
import nl.aanspreekpunt.casework.planned.PlanningReply;
import nl.aanspreekpunt.casework.standard.StandardText;
import nl.aanspreekpunt.casework.talk.TalkSigns;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.promise.WorkingTime;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.OwnCase;

/** From a case to what its page has for who writes in it. */
public record WritingView(Frame frame, Names names, Case one, Moment moment) {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final LocalTime NOON = LocalTime.of(13, 0);

  /**
   * The form filled in with an answer that came back: the one that is asked for, else the last of
   * who reads. As it is when something was typed.
   *
   * @param asked id of an answer; null: none is asked for
   */
  public static Form restored(Case one, String me, String asked, Form typed) {
    if (!typed.fields().isEmpty()) {
      return typed;
    }
    return one.care().plans().all().stream()
        .filter(it -> !it.waits())
        .filter(it -> asked == null ? it.by().equals(me) : it.id().equals(asked))
        .reduce((earlier, later) -> later)
        .map(WritingView::filled)
        .orElse(typed);
  }

  private static Form filled(Planned it) {
    Map<String, String> fields = new HashMap<>();
    fields.put("text", it.text());
    fields.put(Planning.DRAFT, it.id());
    if (it.link() != null) {
      fields.put("link", it.link());
    }
    boolean chosen = it.goesAt().isAfter(it.made().plus(SOON));
    if (chosen && it.back().why() == Planned.Why.UNDONE) {
      fields.put(Planning.WHEN, it.goesAt().toString());
    }
    it.keeps().forEach(promise -> fields.put("keeps-" + promise, promise));
    for (CaseEvent.Photo file : it.files()) {
      fields.put(kept(file), Planning.key(file));
    }
    return new Form(fields);
  }

  private static String kept(CaseEvent.Photo file) {
    return Planning.KEPT + Planning.key(file);
  }

  /**
   * @param texts standard texts that who reads has
   * @param agreed what stands about contact with the citizen; null: nothing
   */
  public WritingPart part(Form form, List<StandardText> texts, Identity.AgreedContact agreed) {
    String draft =
        one.care()
            .plans()
            .find(form.get(Planning.DRAFT))
            .filter(it -> !it.waits())
            .map(Planned::id)
            .orElse(null);
    return new WritingPart(
        OwnCase.page(one),
        held(),
        one.care().plans().all().stream()
            .filter(it -> !it.waits())
            .map(it -> back(it, it.id().equals(draft)))
            .toList(),
        draft,
        draft == null ? List.of() : keptOf(draft, form),
        texts.stream().map(text -> new Choice(text.id(), text.now().title(), false)).toList(),
        PlainPart.asked(frame, one, form, OwnCase.page(one) + "/nalezen"),
        call(agreed),
        colleagues(form.get("named")),
        MentionRow.of(List.of(one), frame, moment),
        times(form.get(Planning.WHEN)),
        late(chosen(form)));
  }

  /**
   * After the third message back and forth without a talk; null: not now, or it was agreed not to.
   */
  private WritingPart.Call call(Identity.AgreedContact agreed) {
    Optional<TalkSigns.Sign> many =
        TalkSigns.of(one, moment.directory().talks()).stream()
            .filter(sign -> sign.kind() == TalkSigns.Kind.MESSAGES)
            .findFirst();
    if (many.isEmpty() || !DespiteContact.fits(one, CaseEvent.Talk.PHONE, agreed, moment)) {
      return null;
    }
    String phone = Promising.known(one).orElse(null);
    return new WritingPart.Call(
        frame.say(phone == null ? "writing.call.none" : "writing.call", many.get().count()),
        phone,
        phone == null ? null : names.address(new Address(Address.Kind.PHONE, phone)));
  }

  /** All of them: who may not read it is said to be so, and can be consulted. */
  private List<Choice> colleagues(String chosen) {
    String me = frame.viewer().official().id();
    return moment.directory().officials().stream()
        .filter(who -> !who.id().equals(me) && !one.barred().contains(who.id()))
        .filter(who -> moment.directory().employed(who.id(), moment.now()))
        .sorted(
            Comparator.comparing((Official who) -> !Noting.reads(one, who, moment))
                .thenComparing(Official::name))
        .map(
            who ->
                new Choice(
                    who.id(),
                    Noting.reads(one, who, moment)
                        ? who.name() + ", " + who.function()
                        : who.name() + ", " + frame.say("mention.cannot"),
                    who.id().equals(chosen)))
        .toList();
  }

  List<WritingPart.Held> held() {
    return one.care().plans().waiting().stream().map(this::held).toList();
  }

  private WritingPart.Held held(Planned it) {
    Duration left = Duration.between(moment.now(), it.goesAt());
    boolean soon = left.compareTo(SOON) <= 0;
    return new WritingPart.Held(
        it.id(),
        frame.say(
            soon ? "writing.held.soon" : "writing.held",
            names.of(it.by()),
            frame.moments().say(it.goesAt())),
        it.goesAt(),
        soon ? Math.max(0, (left.toMillis() + 999) / 1000) : -1,
        soon ? null : late(it.goesAt()),
        it.text(),
        files(it));
  }

  private WritingPart.Back back(Planned it, boolean here) {
    boolean drops = it.dropsFor(frame.viewer().official().id(), moment);
    return new WritingPart.Back(it.id(), why(it), it.text(), files(it), here, drops);
  }

  private static List<String> files(Planned it) {
    return it.files().stream().map(CaseEvent.Photo::name).toList();
  }

  /** Whose it is and why it did not go. */
  String why(Planned it) {
    Planned.Back back = it.back();
    String whose =
        it.by().equals(frame.viewer().official().id())
            ? frame.say("writing.back.own")
            : frame.say("writing.back.of", names.of(it.by()));
    return whose
        + " "
        + switch (back.why()) {
          case UNDONE -> frame.say("writing.back.UNDONE", frame.moments().say(back.at()));
          case NEWER -> frame.say("writing.back.NEWER");
          case ANSWERED -> frame.say("writing.back.ANSWERED");
          case MOVED -> frame.say("writing.back.MOVED", names.of(one.official()));
          case CLOSED -> frame.say("writing.back.CLOSED");
          case LEFT -> frame.say("writing.back.LEFT");
          case CONTACT -> frame.say("writing.back.CONTACT");
          case REFUSED -> frame.say("writing.back.REFUSED", frame.say("refusal." + back.code()));
        };
  }

  private List<WritingPart.Kept> keptOf(String draft, Form form) {
    return one.care().plans().find(draft).orElseThrow().files().stream()
        .filter(file -> form.fields().containsKey(kept(file)))
        .map(file -> new WritingPart.Kept(file.name(), Planning.key(file)))
        .toList();
  }

  /** The moment of that choice; empty when it is now, or of one's own. */
  private Optional<Instant> chosen(Form form) {
    try {
      String when = form.get(Planning.WHEN);
      return when.equals(Planning.OWN)
          ? Optional.ofNullable(form.local(Planning.AT, moment.directory().zone()))
          : when.endsWith("Z") ? Optional.of(Instant.parse(when)) : Optional.empty();
    } catch (java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  private String late(Optional<Instant> chosen) {
    return chosen.map(this::late).orElse(null);
  }

  /** What is promised before that moment; null: nothing. */
  private String late(Instant at) {
    return PlanningReply.dueBefore(one, at)
        .map(due -> frame.say("writing.late", names.kind(due), frame.moments().say(due.due())))
        .orElse(null);
  }

  private List<Choice> times(String chosen) {
    WorkingTime hours = moment.directory().clock(one.team());
    Instant morning = hours.opening(hours.next(moment.now(), MORNING));
    TreeSet<Instant> moments = new TreeSet<>();
    moments.add(hours.opening(hours.next(moment.now(), NOON)));
    moments.add(morning);
    moments.add(hours.opening(hours.next(morning, MORNING)));
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("now", frame.say("writing.when.now"), false));
    moments.forEach(at -> all.add(new Choice(at.toString(), frame.moments().say(at), false)));
    all.add(new Choice(Planning.OWN, frame.say("writing.when.own"), false));
    if (chosen.endsWith("Z") && all.stream().noneMatch(it -> it.value().equals(chosen))) {
      chosen(new Form(Map.of(Planning.WHEN, chosen)))
          .ifPresent(at -> all.add(1, new Choice(chosen, frame.moments().say(at), true)));
    }
    return all.stream().map(it -> it.when(chosen)).toList();
  }
}
