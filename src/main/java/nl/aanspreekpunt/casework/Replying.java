package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.standard.Placeholders;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * An official answers in writing. It keeps only what its author had seen: when a later message came
 * in, that one waits on, at the due time the citizen was told.
 *
 * @param by official id
 * @param text the answer, plain text
 * @param link participant to answer; null: the one last heard from
 * @param seen the last message the author saw (receipt id); null when there was none
 * @param threading {@code inReplyTo}, {@code references} and {@code quotes} of the message
 *     answered; may be empty
 * @param promised what it promises by a moment of its own, as its author confirmed
 * @param files that go along, as they are stored
 * @param keeps dated promises that it keeps (promise ids): what was promised for a day of its own
 *     is kept by no answer that happens to come before
 */
public record Replying(
    String by,
    String text,
    String link,
    String seen,
    Map<String, String> threading,
    List<Promising> promised,
    List<String> keeps,
    List<CaseEvent.Photo> files)
    implements Act {
  public Replying {
    promised = List.copyOf(promised);
    keeps = List.copyOf(keeps);
    files = List.copyOf(files);
  }

  public Replying(
      String by,
      String text,
      String link,
      String seen,
      Map<String, String> threading,
      List<Promising> promised,
      List<String> keeps) {
    this(by, text, link, seen, threading, promised, keeps, List.of());
  }

  /** The same with these files. */
  public Replying with(List<CaseEvent.Photo> more) {
    return new Replying(by, text, link, seen, threading, promised, keeps, more);
  }

  public Replying(String by, String text, String link, String seen, Map<String, String> threading) {
    this(by, text, link, seen, threading, List.of(), List.of());
  }

  /** Files with one answer, and their bytes together. */
  public static final int MOST_FILES = 10;

  public static final long LARGEST_FILES = 10L << 20;

  /**
   * Bytes of a photo by WhatsApp:
   * https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages.
   */
  private static final long LARGEST_PHOTO = 5L << 20;

  /** Characters of one answer. */
  public static final int LONGEST = 50_000;

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Decision> refused = refusal(before, moment);
    if (refused.isPresent()) {
      return refused.get();
    }
    Draft draft = new Draft(before, moment);
    put(draft);
    return draft.done();
  }

  /** Why it cannot be sent with what it promises; empty when it can. */
  public Optional<Decision> refusal(Case before, Moment moment) {
    return refusal(before)
        .or(
            () ->
                promised.stream().flatMap(one -> one.refusal(before, moment).stream()).findFirst());
  }

  /** Sends it, once {@link #refusal} has nothing against it. */
  public void put(Draft draft) {
    List<Promise> made =
        promised.stream()
            .filter(one -> !Promising.made(draft.before.promises(), one.kind(), one.due()))
            .map(one -> one.put(draft))
            .toList();
    String entry = send(draft, facts(draft, made));
    Answered.keep(draft, by, seen, "reply", this::keeps);
    DatedOffers.put(draft, entry, text, promised);
  }

  /** Why it cannot be sent; empty when it can. */
  Optional<Decision> refusal(Case before) {
    if (text == null || text.isBlank()) {
      return Optional.of(Decision.refused("text-needed", "text"));
    }
    if (text.length() > LONGEST) {
      return Optional.of(Decision.refused("text-too-long", "text"));
    }
    if (!Placeholders.left(text).isEmpty()) {
      return Optional.of(Decision.refused("placeholder-left", "text"));
    }
    Optional<Participant> to = to(before);
    if (to.isEmpty()) {
      return Optional.of(Decision.refused("nobody-to-answer", "to"));
    }
    Channel channel = Reachable.by(to.get());
    if (channel == Channel.PHONE) {
      return Optional.of(Decision.refused("only-by-phone", "to"));
    }
    return files.isEmpty() ? Optional.empty() : refusal(channel);
  }

  private Optional<Decision> refusal(Channel channel) {
    if (channel == Channel.WHATSAPP) {
      return isOnePhoto()
          ? Optional.empty()
          : Optional.of(Decision.refused("photo-by-whatsapp", "files"));
    }
    if (channel != Channel.EMAIL) {
      return Optional.of(Decision.refused("files-by-mail", "files"));
    }
    long size = files.stream().mapToLong(CaseEvent.Photo::size).sum();
    return files.size() > MOST_FILES || size > LARGEST_FILES
        ? Optional.of(Decision.refused("files", "files"))
        : Optional.empty();
  }

  /** With another kind of file WhatsApp shows no words, and with several only the first. */
  private boolean isOnePhoto() {
    return files.size() == 1
        && files.get(0).size() <= LARGEST_PHOTO
        && files.get(0).name().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png)");
  }

  private Optional<Participant> to(Case before) {
    return before.participant(link == null ? before.contact() : link);
  }

  /**
   * Outbox id of what is sent.
   *
   * @param more facts for its letter
   */
  String send(Draft draft, Map<String, String> more) {
    Participant to = to(draft.before).orElseThrow();
    Map<String, String> facts = new TreeMap<>(threading);
    facts.putAll(more);
    facts.put("text", text);
    if (!files.isEmpty()) {
      facts.put(
          "files",
          files.stream()
              .map(one -> one.receipt() + ":" + one.part())
              .collect(Collectors.joining(" ")));
    }
    String entry = draft.tell().participant(to, Notice.Kind.REPLY, by, facts);
    draft.event(
        new CaseEvent.Replied(draft.now(), by, entry, Reachable.by(to), to.link(), seen, files));
    return entry;
  }

  private boolean keeps(Promise dated) {
    return keeps.contains(dated.id());
  }

  /** What an answer says besides: what is promised, and whether a call is still wanted. */
  private Map<String, String> facts(Draft draft, List<Promise> made) {
    Map<String, String> facts = new TreeMap<>();
    if (!made.isEmpty()) {
      facts.put(
          "promises",
          made.stream().map(one -> one.kind() + "=" + one.due()).collect(Collectors.joining(" ")));
    }
    String to = to(draft.before).orElseThrow().link();
    draft
        .promises
        .open(PromiseKind.CALLBACK)
        .map(callback -> Silence.asked(draft, callback, to, by))
        .ifPresent(callback -> ask(facts, callback));
    return facts;
  }

  private static void ask(Map<String, String> facts, Promise callback) {
    facts.put("askCallback", callback.id());
    facts.put("silentUntil", callback.callback().asked().until().toString());
  }
}
