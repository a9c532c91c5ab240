package nl.aanspreekpunt.inbox;

import java.util.List;
import java.util.Locale;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.promise.LegalClass;

/**
 * A message as every channel hands it over: what was said, by whom, to which address; nothing of
 * the wire left but what matching needs.
 *
 * @param sender null when nobody can be read from it ({@code <>}, no From). Answers go there: a
 *     Reply-To is what nobody vouches for, and could lead them to a stranger
 * @param senderName may be null
 * @param recipients every hub address it came to, lower case: envelope, To, Cc, Delivered-To
 * @param subject never null, may be empty
 * @param text the words, never null; empty when there are none
 * @param language "nl" or "en", from the form, headers or the words
 * @param topic topic id chosen in a form or by a system; null otherwise
 * @param neighbourhood id chosen in a form; null otherwise
 * @param complaint said so in a form or by another system: it complains about somebody who works
 *     here
 * @param legal what the sender says it is to the law, in a form or through a system; null: nothing
 * @param callback null unless the citizen asked to be called in a form or through a system
 * @param automatic Auto-Submitted, bounces, lists: never answered automatically
 * @param doubt why the sender may not be who it says (failed authentication); null if no doubt
 * @param threads Message-IDs it answers: In-Reply-To first, then References latest first
 * @param caseNumber chosen by a signed follow page or a system; null otherwise
 * @param demo from a fictional citizen of the demo municipality: nothing is ever sent
 * @param unreadable what could not be read; empty when all could
 * @param folds what of the text is not the writer's new words; null, as in messages of before it
 *     was looked for: it is looked for now
 * @param looks how a mail looks besides its words; null when nothing is to be said of that
 * @param origin never null; of what is no mail it says nothing
 * @param machine what a machine wrote it for; null when nothing says that one did
 */
public record Inbound(
    Address sender,
    String senderName,
    List<String> recipients,
    String subject,
    String text,
    String language,
    String topic,
    String neighbourhood,
    boolean complaint,
    LegalClass legal,
    Callback callback,
    boolean automatic,
    String doubt,
    String messageId,
    List<String> threads,
    String caseNumber,
    List<Attachment> attachments,
    boolean demo,
    List<Unread> unreadable,
    List<Fold> folds,
    Looks looks,
    Origin origin,
    Machine machine) {

  /**
   * {@code phone} is E.164; reason and preferred times may be empty.
   *
   * @param by "citizen", or the official or clerk who took it from them (official id)
   */
  public record Callback(String phone, String reason, String preferred, String by) {
    public Callback(String phone, String reason, String preferred) {
      this(phone, reason, preferred, "citizen");
    }
  }

  /**
   * @param part where it stands in the raw message (index in reading order)
   * @param size bytes, decoded
   */
  public record Attachment(int part, String name, String type, long size) {}

  public Inbound {
    recipients = List.copyOf(recipients);
    threads = List.copyOf(threads);
    attachments = List.copyOf(attachments);
    unreadable = unreadable == null ? List.of() : List.copyOf(unreadable);
    folds = folds == null ? Quotes.in(subject, text) : List.copyOf(folds);
    origin = origin == null ? Origin.NONE : origin;
  }

  /** What came with its words alone. */
  public Inbound(
      Address sender,
      String senderName,
      List<String> recipients,
      String subject,
      String text,
      String language,
      String topic,
      String neighbourhood,
      boolean complaint,
      LegalClass legal,
      Callback callback,
      boolean automatic,
      String doubt,
      String messageId,
      List<String> threads,
      String caseNumber,
      List<Attachment> attachments,
      boolean demo,
      List<Unread> unreadable) {
    this(
        sender,
        senderName,
        recipients,
        subject,
        text,
        language,
        topic,
        neighbourhood,
        complaint,
        legal,
        callback,
        automatic,
        doubt,
        messageId,
        threads,
        caseNumber,
        attachments,
        demo,
        unreadable,
        null,
        null,
        null,
        null);
  }

  /** The same, but for these. */
  private Inbound with(
      Address from, String name, String said, String doubted, List<Fold> of, Origin changed) {
    return new Inbound(
        from,
        name,
        recipients,
        subject,
        said,
        language,
        topic,
        neighbourhood,
        complaint,
        legal,
        callback,
        automatic,
        doubted,
        messageId,
        threads,
        caseNumber,
        attachments,
        demo,
        unreadable,
        of,
        looks,
        changed,
        machine);
  }

  /**
   * As who wrote what it passes on wrote it.
   *
   * @param official who passed it on (id)
   */
  Inbound sentOn(Origin.Author author, String official) {
    String whole = author.text() == null ? text : (text + "\n\n" + author.text()).strip();
    List<Fold> rest =
        folds.stream()
            .map(one -> one.kind() == Fold.Kind.FORWARDED ? above(one, author) : one)
            .toList();
    return with(author.address(), author.name(), whole, doubt, rest, origin.sentOn(official));
  }

  /** Of a message that is passed on only what stands above its author's words. */
  private Fold above(Fold passed, Origin.Author author) {
    String there = text.substring(passed.from(), passed.to());
    int named = there.toLowerCase(Locale.ROOT).indexOf(author.address().value());
    int end = there.indexOf("\n\n", Math.max(0, named));
    return new Fold(passed.from(), end < 0 ? passed.from() : passed.from() + end, Fold.Kind.QUOTED);
  }

  /** The same, and not certainly of who it says. */
  Inbound doubted(String why) {
    return with(sender, senderName, text, why, folds, origin);
  }

  /**
   * What its writer wrote now: without what they quote, pass on, or sign with. Blank when that is
   * all there is.
   */
  public String own() {
    return folds.isEmpty() ? text : OwnWords.without(text, folds, true);
  }

  /** What its writer wrote, or all of it when they only quote: what people are shown in brief. */
  public String brief() {
    return Quotes.brief(text, folds);
  }
}
