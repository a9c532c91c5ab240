package nl.aanspreekpunt.web.follow;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.Person;
import nl.aanspreekpunt.web.Piece;

/**
 * What a citizen sees through the link that was sent to one address.
 *
 * @param base path of this page, without a slash at its end
 * @param person who is responsible, or acts now
 * @param insteadOf name of who is away; null when the person is responsible
 * @param since since when; null when it is not known, or the person is responsible
 * @param meanwhile what the citizen can do until then; null if nothing is known
 * @param standing who is this citizen's standing official, in words; null if nobody
 * @param outcome how it was closed; null while open
 * @param withdrawn they took it back themselves, or said so
 * @param asksHelped they were asked whether they were helped, and did not say yet
 * @param tellsHow they can tell in one tap how it went, and did not yet
 * @param items what was exchanged with this address, oldest first
 * @param helpers everybody who has been responsible, oldest first
 * @param phone the citizen's number as far as this address tells; may be empty
 * @param classes what a message can be besides an answer or a question
 * @param decides they may say yes or no for its citizen, or are its citizen
 * @param contact whether something was agreed about contact that they may read
 * @param calls whether they can ask to be called: it was not agreed otherwise
 * @param consent whether what they wrote may go to who does help; null: they are not asked
 * @param vouches they are asked whether what came from their address is theirs
 * @param together who is linked to them, and whose questions they may see
 * @param typed what could not be taken
 */
public record FollowPage(
    Frame frame,
    String base,
    String subject,
    String number,
    Person person,
    String insteadOf,
    Instant since,
    String meanwhile,
    String standing,
    String outcome,
    boolean withdrawn,
    boolean asksHelped,
    boolean tellsHow,
    List<Due> dues,
    List<Ended> ended,
    List<Item> items,
    List<Helper> helpers,
    String phone,
    List<Choice> classes,
    boolean decides,
    boolean contact,
    boolean calls,
    Consent consent,
    boolean vouches,
    Together together,
    Typed typed,
    String nonce,
    List<FieldError> errors,
    String problem)
    implements Page {

  /** Of the forms on the page, as it was filled in; each empty otherwise. */
  public record Typed(
      String text,
      String legal,
      String phone,
      String preferred,
      String helped,
      String heard,
      boolean files) {}

  /**
   * What was promised and is still to be done.
   *
   * @param kind {@code ANSWER}, {@code CALLBACK}, …
   * @param withdrawable a request of this citizen that they can take back
   * @param waits it stands still until the citizen answers, or until {@code due}
   * @param asked they were answered in writing since, and asked whether they still want it
   * @param asksWhen they were not reached and asked when it suits better
   * @param talk a talk that is planned; null: it is none
   * @param said what was agreed, in words; null: it is none, or was told at another address
   */
  public record Due(
      String id,
      String kind,
      Instant due,
      boolean late,
      boolean waits,
      boolean withdrawable,
      boolean asked,
      boolean asksWhen,
      Talk talk,
      String said) {}

  /**
   * @param what how, when and where, in words
   * @param with name of who comes or calls
   * @param unsuited what they said of why it does not suit; null if nothing
   */
  public record Talk(String what, String with, String about, String unsuited) {}

  /**
   * A request of this citizen to be called, that ended.
   *
   * @param withdrawn without a conversation
   */
  public record Ended(String id, Instant at, boolean withdrawn) {}

  /**
   * A message, or something that was told.
   *
   * @param person who wrote it; null for the citizen, and for what happened
   * @param said a message's own words; null for what happened
   * @param happened in words of the page; null for a message
   * @param path of the page where it goes on, which is theirs as well; null if none
   */
  public record Item(
      Instant at,
      Person person,
      String said,
      String happened,
      String path,
      List<String> attachments,
      List<Piece> pieces) {
    static Item message(Instant at, Person person, String said, List<String> attachments) {
      return new Item(
          at, person, said, null, null, attachments, List.of(new Piece(said, null, true)));
    }

    static Item message(Instant at, List<Piece> pieces, List<String> attachments) {
      return new Item(at, null, "", null, null, attachments, pieces);
    }

    static Item happened(Instant at, String what) {
      return leading(at, what, null);
    }

    static Item leading(Instant at, String what, String path) {
      return new Item(at, null, null, what, path, List.of(), List.of());
    }

    public boolean message() {
      return said != null;
    }
  }

  /**
   * May what they wrote go to who does help?
   *
   * @param what what goes there, in words
   * @param said what they said, in words; null: nothing yet
   */
  public record Consent(String title, String what, String said, boolean yes) {}

  public record Helper(String name, Instant since) {}

  /**
   * @param told whether they told of it already how it went
   */
  FollowPage with(Together linked, boolean told) {
    return new FollowPage(
        frame,
        base,
        subject,
        number,
        person,
        insteadOf,
        since,
        meanwhile,
        standing,
        outcome,
        withdrawn,
        asksHelped,
        !open() && !asksHelped && !told,
        dues,
        ended,
        items,
        helpers,
        phone,
        classes,
        decides,
        contact,
        calls,
        consent,
        vouches,
        linked,
        typed,
        nonce,
        errors,
        problem);
  }

  @Override
  public String template() {
    return "page/follow.jte";
  }

  /** For whom the person acts, and since when. */
  public String instead() {
    return since == null
        ? frame.say("follow.instead", insteadOf)
        : frame.say("follow.instead.since", insteadOf, frame.moments().say(since));
  }

  /** Files were chosen, and must be chosen again. */
  public boolean filesAgain() {
    return typed.files();
  }

  public boolean open() {
    return outcome == null;
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
