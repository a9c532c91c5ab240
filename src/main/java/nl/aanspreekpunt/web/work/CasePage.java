package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.Person;
import nl.aanspreekpunt.web.Piece;
import nl.aanspreekpunt.web.work.atwork.Working;
import nl.aanspreekpunt.web.work.decide.Elsewhere;
import nl.aanspreekpunt.web.work.decide.HeldView;
import nl.aanspreekpunt.web.work.principle.PrincipleCards;
import nl.aanspreekpunt.web.work.sofar.SoFarWords;
import nl.aanspreekpunt.web.work.talk.TalkWords;
import nl.aanspreekpunt.web.work.writing.WritingPart;

/**
 * All of a case, for who works on it; or for an auditor, to read only.
 *
 * @param older page of older events, -1 when there is none
 * @param latest whether the latest events are shown
 * @param principles messages that touch a principle, and what is to be accounted for
 * @param backing how deviations stand for which backing was asked, a line each
 * @param lost messages to the citizen that did not arrive; none for who only reads
 * @param talk what is to be shown of talks; null: nothing
 * @param offers dated promises in the last answer, to be confirmed
 * @param offered null unless a colleague offers it to this reader
 * @param soFar how the story so far stands
 * @param contact who has contact with the citizen after a threat, in a line; null: nothing stands
 * @param leads name of who leads the team and can hand it over at once, when this reader cannot;
 *     else null
 * @param held a decision whose letter waits; null: none
 * @param elsewhere who helps with it and has not confirmed; null: nobody
 * @param asksHelped whether what the citizen said in a talk of being helped is to be put down
 * @param calledUntil until when a promise waits for the answer to what is asked on the phone now,
 *     in words; null when the citizen last heard from can be written to
 * @param writing what helps to write, and what was written and has not gone
 * @param working what stands here for who works at it
 * @param seen the last message on this page (receipt id); null when there is none
 * @param lead name of the form that was sent back; null at first
 */
public record CasePage(
    Frame frame,
    String number,
    String subject,
    boolean open,
    boolean readOnly,
    PrincipleCards principles,
    List<String> backing,
    List<Lost> lost,
    TalkWords.Strip talk,
    List<Due> dues,
    List<Offer> offers,
    Offered offered,
    List<Line> lines,
    Working working,
    int older,
    boolean latest,
    About about,
    Choices choices,
    SoFarWords soFar,
    String contact,
    String leads,
    HeldView.Held held,
    Elsewhere elsewhere,
    String chafes,
    boolean asksHelped,
    String calledUntil,
    WritingPart writing,
    String seen,
    Form form,
    String lead,
    List<FieldError> errors,
    String problem)
    implements Page {

  /**
   * @param call null unless somebody is to be called
   * @param undo whether it was only read in words and can be undone
   * @param moving whether and how its moment moves; null for a talk, which moves by itself
   * @param agreed whether it was agreed in a talk
   * @param said the words in which it was promised at a moment of its own; null otherwise
   * @param unconfirmed it was read in an answer, and nobody said yet whether it is a promise
   */
  public record Due(
      String id,
      String what,
      Instant due,
      String when,
      boolean late,
      String owner,
      TodayPage.Call call,
      boolean undo,
      Moving moving,
      String said,
      boolean unconfirmed,
      boolean agreed) {}

  /**
   * What is to be known before a promise gets another moment.
   *
   * @param waits that it waits for the citizen and until when, in words; null when it does not
   * @param renewed how often it got another moment, in words; null when never
   * @param legal the law gives it a term
   * @param extension until when the law lets it be extended, in words; null when it does not
   */
  public record Moving(String waits, String renewed, boolean legal, String extension) {}

  /**
   * What reads as a dated promise in an answer.
   *
   * @param promise promise id; null while the answer is being written
   * @param what what it would be, and by when, in words
   * @param due ISO 8601
   * @param phone whether a number to call is needed
   */
  public record Offer(
      String promise, String kind, String what, String due, String words, boolean phone) {
    /** As the form sends it back. */
    public String value() {
      return kind + " " + due + " " + words;
    }

    public String id() {
      return kind.toLowerCase(Locale.ROOT) + "-" + due.replaceAll("\\D", "");
    }
  }

  /**
   * Something in the history.
   *
   * @param look message, ours, staff or happened
   * @param face picture of who wrote it; null for a citizen
   * @param state what became of it on its way; null if nothing is to be said
   * @param mail the text as it is to be shown, of what a citizen wrote; null for all else
   */
  public record Entry(
      Instant at,
      String look,
      Person face,
      String who,
      String text,
      String state,
      List<File> files,
      Mail mail) {
    Entry(
        Instant at,
        String look,
        Person face,
        String who,
        String text,
        String state,
        List<File> files) {
      this(at, look, face, who, text, state, files, null);
    }
  }

  /**
   * An entry on the page.
   *
   * @param id where it stands: the same each time it is shown
   * @param fresh it is new to this reader
   */
  public record Line(String id, boolean fresh, Entry entry) {}

  /**
   * @param layout path of it with its markup; null when it has none
   * @param name of the frame that shows it so
   * @param remarks on how it came, in words
   * @param apart path to make it a question of its own; null when nothing says that it is one
   */
  public record Mail(
      List<Piece> pieces,
      String layout,
      String name,
      List<String> invitations,
      List<String> remarks,
      String apart) {}

  /**
   * @param kind what people call such a file
   * @param note what is to be known before it is opened; null: nothing
   * @param opens false: its path says why not
   * @param listen where it is played; null: it is nothing that was spoken on the telephone
   */
  public record File(
      String name,
      String size,
      String path,
      String kind,
      String note,
      boolean opens,
      String listen) {
    File playedAt(String where) {
      return new File(name, size, path, kind, note, opens, where);
    }
  }

  /**
   * What stands beside the history.
   *
   * @param goesOn number of the case it was joined to; null if it was not
   * @param legal what it is to the law, in words; null for a question
   * @param undone whether somebody may say that it is not that after all
   * @param sign what it may be to the law; null when nothing says so, or somebody did
   */
  public record About(
      String citizen,
      Person responsible,
      String acting,
      String topic,
      String neighbourhood,
      Rule rule,
      String route,
      String certainty,
      boolean uncertain,
      boolean confidential,
      List<Since> helpers,
      Dated dated,
      String standing,
      String outcome,
      String goesOn,
      String legal,
      boolean undone,
      Sign sign,
      String offered,
      WeighedRows weighed,
      Suggested suggested,
      String friction) {}

  /**
   * Responsibility with dates.
   *
   * @param day that was asked about; empty if none was
   * @param lines who was responsible or acted on that day
   * @param met how many officials the citizen met in this case; {@code metInAll} in all
   * @param asks whether this viewer is to name one who stays
   * @param stays who was named; null while nobody was
   */
  public record Dated(
      String day, List<String> lines, int met, long metInAll, boolean asks, String stays) {}

  /** The principle of its topic: in plain words, and what may be done without asking. */
  public record Rule(String words, String mandate) {}

  /**
   * An address in the case.
   *
   * @param follows while somebody may have a link that opens
   * @param shared several people use it
   * @param linked what they may do for the citizen, in words; null when it is the citizen's
   * @param stopped that they want no text messages there, in words; null: they did not say so
   */
  public record Contact(
      String link,
      String name,
      String address,
      String dial,
      boolean follows,
      boolean shared,
      String linked,
      String stopped) {}

  /**
   * What its words propose that it is to the law, and what it is until somebody says so (legal
   * classes).
   */
  public record Sign(String asks, String proposed, String now) {}

  /**
   * @param from null when that is not known
   */
  public record Since(String name, Instant from, String why) {}

  public record Choices(
      List<Choice> participants,
      List<Choice> colleagues,
      List<Choice> offer,
      List<Choice> standing,
      List<Choice> talks,
      List<Choice> attempts,
      List<Choice> outcomes,
      List<Choice> classes) {}

  @Override
  public String template() {
    return "work/case.jte";
  }

  public String path(String act) {
    return "/werk/vragen/" + number + "/" + act;
  }

  public String typed(String field) {
    return form.get(field);
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }

  /** The answer was just sent: one key confirms what it promises. */
  public boolean offersFirst() {
    return !offers.isEmpty() && frame.say("done.antwoord").equals(frame.flash());
  }

  /** No citizen's: it is answered, and closed, on the friction's own page. */
  public boolean answersFriction() {
    return about.friction() != null;
  }

  public boolean sent(String act) {
    return act.equals(lead);
  }
}
