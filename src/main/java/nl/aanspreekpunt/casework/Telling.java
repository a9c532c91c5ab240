package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/** Who is told what because of a change. */
public final class Telling {
  /** Said in a conversation: nothing is to be sent. */
  static final String IN_PERSON = "in-person";

  private final Draft draft;
  private final String entry;

  Telling(Draft draft) {
    this(draft, null);
  }

  private Telling(Draft draft, String entry) {
    this.draft = draft;
    this.entry = entry;
  }

  /** Under an outbox id of its own, so that several cases make one notice; null: this case's. */
  public Telling under(String id) {
    return new Telling(draft, id);
  }

  /** The citizen, at the address last heard from; that there is none is put on record. */
  public void citizen(Notice.Kind kind, String official, Map<String, String> facts) {
    if (draft.care().policy() != null) {
      return; // no citizen's own: who met it hears so in their own case
    }
    draft
        .contact()
        .ifPresentOrElse(
            to -> participant(to, kind, official, facts), () -> heldBack(kind, "nobody-to-tell"));
  }

  private void heldBack(Notice.Kind kind, String reason) {
    draft.event(new CaseEvent.HeldBack(draft.now(), kind.name(), reason));
  }

  /**
   * One participant, on the channel of their address. Who cannot be written to is called: the
   * notice becomes a callback on Today, or joins the one that is open. Returns the outbox entry's
   * id; null when it became a call.
   */
  public String participant(
      Participant to, Notice.Kind kind, String official, Map<String, String> facts) {
    Channel channel = Reachable.by(to);
    if (channel == Channel.PHONE) {
      call(to, kind);
      return null;
    }
    String id =
        draft.post(
            entry, notice(draft.before, to, kind, channel, official, atItsHour(channel, facts)));
    draft.met(official);
    if (kind != Notice.Kind.REPLY) {
      draft.event(new CaseEvent.Told(draft.now(), id, kind.name(), channel, to.link()));
    }
    return id;
  }

  /** A text message about what is urgent wakes people. */
  private Map<String, String> atItsHour(Channel channel, Map<String, String> facts) {
    if (!channel.texting() || !urgent()) {
      return facts;
    }
    Map<String, String> all = new TreeMap<>(facts);
    all.put(Notice.URGENT, "yes");
    return all;
  }

  private boolean urgent() {
    return draft.promises.open().stream().anyMatch(Promise::onClock);
  }

  static Notice notice(
      Case about,
      Participant to,
      Notice.Kind kind,
      Channel channel,
      String official,
      Map<String, String> facts) {
    Map<String, String> all = new TreeMap<>(facts);
    all.put("subject", about.subjectFor(to));
    all.put("link", to.key());
    return new Notice(
        kind == Notice.Kind.ACTING
            ? name(kind) + "-" + to.link() + "-" + official
            : name(kind) + "-" + to.link(),
        kind,
        channel,
        to.address().value(),
        official,
        about.id(),
        about.language(),
        all);
  }

  /** That a call has ended, or how a case did, is said in the talk that came before. */
  private void call(Participant to, Notice.Kind kind) {
    if (kind == Notice.Kind.CALLBACK_ENDED || kind == Notice.Kind.CLOSED) {
      heldBack(kind, IN_PERSON);
      return;
    }
    heldBack(kind, "call");
    if (draft.open() && draft.promises.open(PromiseKind.CALLBACK).isEmpty()) {
      Promise made = draft.promises.make(PromiseKind.CALLBACK, null, "hub");
      String reason = "tell:" + kind.name();
      draft.promises.put(
          made.withCallback(
              new CallbackRequest(to.address().value(), reason, "", "hub", List.of())));
    }
  }

  /**
   * An official, by email: facts and a link, never a citizen's words. In their working hours, with
   * whatever else they are to hear; what is urgent at once and by itself.
   */
  public void official(String official, Notice.Kind kind, Map<String, String> facts) {
    boolean urgent = urgent();
    Instant from = urgent ? draft.now() : draft.directory().hours(official).opening(draft.now());
    draft
        .directory()
        .official(official)
        .ifPresent(
            to ->
                draft.post(
                    null,
                    new Notice(
                        name(kind) + "-" + official + "-" + facts.getOrDefault("promise", ""),
                        kind,
                        urgent ? Channel.EMAIL : Channel.DIGEST,
                        to.email(),
                        official,
                        draft.before.id(),
                        "nl",
                        facts),
                    from));
  }

  private static String name(Notice.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
