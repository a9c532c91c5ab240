package nl.aanspreekpunt.web.work.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.DatedOffers;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.casework.bulk.Bulk;
import nl.aanspreekpunt.casework.bulk.BulkAct;
import nl.aanspreekpunt.casework.bulk.Preview;
import nl.aanspreekpunt.casework.standard.StandardText;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.Previews;
import nl.aanspreekpunt.web.work.writing.Filling;
import nl.aanspreekpunt.web.work.writing.PlainPart;

/** From an act in several questions to its pages. */
record BulkActView(Frame frame, Moment moment) {
  private Names names() {
    return new Names(moment.directory(), frame.words());
  }

  private Access access(Case one) {
    Viewer viewer = frame.viewer();
    return Access.of(one, viewer.official(), viewer.roles(), moment);
  }

  private String subject(Case one) {
    return access(one).showsSubject(one) ? names().subject(one) : frame.say("case.title", one.id());
  }

  /** What stands where a text leaves room, in the citizen's language. */
  Map<String, String> words(Case one) {
    Map<String, String> words = new TreeMap<>();
    Filling.of(one, null, frame.viewer().official(), moment)
        .forEach((key, value) -> words.put(key.name(), value));
    return words;
  }

  BulkFormPage form(
      Kind kind,
      List<Case> all,
      List<StandardText> texts,
      List<Bulk> earlier,
      Form form,
      List<FieldError> errors) {
    List<Case> known = all.stream().filter(one -> access(one) != Access.NONE).toList();
    return new BulkFormPage(
        frame,
        kind,
        known.stream().map(one -> new Choice(one.id(), subject(one), true)).toList(),
        known.stream().anyMatch(one -> one.language().equals("en")),
        texts.stream().map(text -> new Choice(text.id(), text.now().title(), false)).toList(),
        Stream.of(Outcome.values())
            .filter(how -> how != Outcome.JOINED && !how.reasoned())
            .map(how -> new Choice(how.name(), frame.say("work.outcome." + how.name()), false))
            .map(choice -> choice.when(form.get("outcome")))
            .toList(),
        moment.directory().topics().stream()
            .map(
                it ->
                    new Choice(it.id(), names().topic(it.id()), it.id().equals(form.get("topic"))))
            .toList(),
        earlier.stream().filter(Bulk::confirmed).map(this::earlier).toList(),
        form,
        errors);
  }

  private Choice earlier(Bulk one) {
    String state = one.undoneAt() != null ? "undone" : one.ended() ? "ended" : "running";
    return new Choice(
        BulkActPage.PATH + "/" + one.id(),
        frame.say(
            "bulk.earlier." + state,
            frame.say(Kind.of(one.act()).key("title")),
            frame.moments().say(one.begunAt()),
            one.items().size()),
        false);
  }

  /**
   * @param example null: none is to be shown
   */
  BulkActPage shown(
      Bulk one, Preview preview, BulkActPage.Example example, List<FieldError> errors) {
    return new BulkActPage(
        frame,
        one.id(),
        Kind.of(one.act()),
        lead(one.act(), preview),
        said(one.act()),
        promised(one, preview),
        plain(one.act()),
        preview.will().stream().map(it -> will(one.act(), it)).toList(),
        preview.stays().stream().map(it -> row(it.one(), why(it.code()))).toList(),
        preview.seen(),
        example,
        null,
        errors);
  }

  BulkActPage.Example example(Case one, Previews.Shown shown) {
    return new BulkActPage.Example(one.id(), subject(one), shown.said(frame));
  }

  private String lead(BulkAct act, Preview preview) {
    if (act instanceof BulkAct.Note || act instanceof BulkAct.Topic) {
      return frame.say(Kind.of(act).key("lead"), preview.will().size());
    }
    long mail = count(preview, Channel.EMAIL);
    long sms = count(preview, Channel.SMS);
    long chat = count(preview, Channel.WHATSAPP);
    long all = preview.will().size();
    String lead = frame.say(Kind.of(act).key("lead"), all, mail, sms, all - mail - sms - chat);
    return chat == 0 ? lead : lead + " " + frame.say("bulk.whatsapp", chat);
  }

  private static long count(Preview preview, Channel channel) {
    return preview.will().stream().filter(it -> channel(it.one()) == channel).count();
  }

  /** By which the citizen hears; null when there is nobody to write to. */
  private static Channel channel(Case one) {
    return one.participant(one.contact() == null ? "" : one.contact())
        .map(Reachable::by)
        .orElse(null);
  }

  /** Where there is no letter to look at. */
  private String said(BulkAct act) {
    return act instanceof BulkAct.Note note
        ? note.text()
        : act instanceof BulkAct.Close close
            ? frame.say("work.outcome." + close.outcome().name()) + ". " + close.explanation()
            : act instanceof BulkAct.Topic topic ? names().topic(topic.topic()) : null;
  }

  /** Each once, with in how many it is promised. */
  private List<BulkActPage.Promised> promised(Bulk one, Preview preview) {
    record Due(PromiseKind kind, Instant due) {}
    Map<Due, List<Promising>> all = new LinkedHashMap<>();
    preview.will().stream()
        .flatMap(it -> it.item().promised().stream())
        .forEach(
            it ->
                all.computeIfAbsent(new Due(it.kind(), it.due()), due -> new ArrayList<>())
                    .add(it));
    return all.entrySet().stream()
        .map(
            it ->
                new BulkActPage.Promised(
                    promised(one, it.getKey().kind(), it.getKey().due(), it.getValue().size()),
                    it.getValue().get(0).words()))
        .toList();
  }

  private String promised(Bulk one, PromiseKind kind, Instant due, int many) {
    String what = frame.say("case.offer." + kind, frame.moments().say(due));
    return frame.say("bulk.promised.in", what, many)
        + (DatedOffers.isOff(one.by(), due, moment) ? frame.say("case.off-day.you") : "");
  }

  /** As beside an answer in one question: of each text, in its language. */
  private List<PlainPart> plain(BulkAct act) {
    return act instanceof BulkAct.Answer said
        ? Stream.of(
                PlainPart.of(frame, "nl", said.dutch(), null),
                PlainPart.of(frame, "en", said.english() == null ? "" : said.english(), null))
            .toList()
        : List.of();
  }

  private BulkActPage.Row will(BulkAct act, Preview.Will it) {
    Case one = it.one();
    if (act instanceof BulkAct.Note) {
      return row(one, names().citizen(one));
    }
    if (act instanceof BulkAct.Topic) {
      String key = it.with().equals(one.official()) ? "bulk.stays-with" : "bulk.goes-to";
      return row(one, frame.say(key, names().of(it.with())));
    }
    Channel channel = channel(one);
    String told =
        channel == null
            ? names().citizen(one)
            : frame.say(told(act) + channel, names().citizen(one));
    return row(
        one, it.open() == null ? told : told + " " + frame.say("bulk.stays-open", open(it.open())));
  }

  private static String told(BulkAct act) {
    return act instanceof BulkAct.Answer ? "bulk.gets." : "bulk.told.";
  }

  private BulkActPage.Row row(Case one, String what) {
    return new BulkActPage.Row(one.id(), subject(one), what);
  }

  private String why(String code) {
    return switch (code) {
      case "newer-message", "newer-answer", "phone-needed" -> frame.say("refusal.bulk-" + code);
      default -> frame.say("refusal." + code);
    };
  }

  /** Why what was answered stays open, as a part of a sentence. */
  private String open(String code) {
    String why = code.equals("answer-open") ? frame.say("refusal.bulk-answer-open") : why(code);
    return why.replaceFirst("\\.$", "");
  }

  /** Once it was confirmed. */
  BulkActPage going(Bulk one, List<Case> all) {
    List<BulkActPage.Row> done = new ArrayList<>();
    List<BulkActPage.Row> not = new ArrayList<>();
    for (Bulk.Item item : one.items()) {
      Optional<Case> about = all.stream().filter(it -> it.id().equals(item.number())).findFirst();
      String what = became(item);
      boolean fine = item.code() == null && item.state() != Bulk.State.NOT;
      about.ifPresent(it -> (fine ? done : not).add(row(it, what)));
    }
    return new BulkActPage(
        frame,
        one.id(),
        Kind.of(one.act()),
        null,
        null,
        List.of(),
        List.of(),
        done,
        not,
        null,
        null,
        new BulkActPage.Going(
            progress(one),
            one.seenTo(),
            one.items().size(),
            one.ended(),
            one.undoUntil(moment.now()) == null ? null : undo(one),
            one.undoneAt() != null),
        List.of());
  }

  private String became(Bulk.Item item) {
    if (item.code() == null) {
      return frame.say("bulk.state." + item.state().name());
    }
    return item.state() == Bulk.State.DONE
        ? frame.say("bulk.answered-only", open(item.code()))
        : frame.say("bulk.state." + item.state().name()) + " " + why(item.code());
  }

  private String progress(Bulk one) {
    boolean waits = one.count(Bulk.State.TODO) == 0 && one.count(Bulk.State.HELD) > 0;
    return waits && one.undoneAt() == null
        ? frame.say("bulk.held", one.count(Bulk.State.HELD), seconds(one))
        : frame.say("bulk.progress", one.seenTo(), one.items().size());
  }

  private long seconds(Bulk one) {
    return Math.max(0, Duration.between(moment.now(), one.goesAt()).toSeconds());
  }

  private String undo(Bulk one) {
    boolean waits = one.count(Bulk.State.TODO, Bulk.State.HELD) > 0;
    return one.act() instanceof BulkAct.Answer && waits
        ? frame.say("bulk.undo.held", seconds(one))
        : frame.say(
            one.act() instanceof BulkAct.Topic ? "bulk.undo.topic" : "bulk.undo.closed",
            frame.moments().say(one.undoUntil(moment.now())));
  }
}
