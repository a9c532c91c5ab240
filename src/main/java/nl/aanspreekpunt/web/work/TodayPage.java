package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.work.calling.StandingCall;
import nl.aanspreekpunt.web.work.principle.PrincipleCards;
import nl.aanspreekpunt.web.work.writing.MentionRow;
import nl.aanspreekpunt.web.work.writing.UnsentRow;

/**
 * What an official must keep or act on, earliest due first.
 *
 * @param leaves from when they do not work here and what goes to whom, in words; null when they
 *     stay
 * @param principles messages that touch a principle, and what is to be accounted for
 * @param lost messages to citizens that did not arrive
 * @param said what reads as a promise in an answer, and nobody said whether it is one
 * @param talks where a talk is proposed
 * @param offers what colleagues ask this official to take on
 * @param stories how many stories wait to be checked by this official
 * @param asked what colleagues ask this official to answer
 * @param unsent answers that this official wrote and that have not gone
 * @param mentions notes in which this official was named
 * @param standing calls of this official that go on, or are to be put down
 * @param seen the sum of pulses this page was made with
 * @param more whether there is more than is shown
 */
public record TodayPage(
    Frame frame,
    String leaves,
    PrincipleCards principles,
    List<Lost> lost,
    List<Offered> offers,
    int stories,
    List<AskedRow> asked,
    List<UnsentRow> unsent,
    List<MentionRow> mentions,
    List<Said> said,
    List<Talk> talks,
    List<Item> items,
    List<Open> open,
    List<StandingCall> standing,
    int late,
    boolean more,
    long seen)
    implements Page {

  /**
   * One promise.
   *
   * @param id promise id
   * @param number case number
   * @param what what is to be done, in words
   * @param when by when, in words
   * @param why why it is on this list; null when it is simply the official's own
   * @param route why the question came here; null when that is not for this reader
   * @param call null unless somebody is to be called
   * @param act the one next thing to do, in words
   * @param anchor where on the case page that is done
   */
  public record Item(
      String id,
      String number,
      String subject,
      String citizen,
      String what,
      Instant due,
      String when,
      boolean late,
      boolean soon,
      String why,
      String route,
      Call call,
      String act,
      String anchor) {}

  /**
   * What was written to a citizen and reads as a promise.
   *
   * @param when by when, in words
   */
  public record Said(
      String number,
      String subject,
      String citizen,
      CasePage.Offer offer,
      Instant due,
      String when,
      boolean late) {}

  /**
   * @param shown the number as people write it
   * @param dial as a telephone takes it
   * @param preferred when it suits; may be empty
   * @param reason what it is about; may be empty
   * @param tried how often it was tried, in words; null when not yet
   * @param proposed when to call, in words; null when there is no such moment
   * @param unread what was not understood of when it suits, in words; null if nothing
   * @param asked what the citizen was asked and did not answer, in words; null if nothing
   * @param doubt words that may mean that the call is no longer wanted; null if none
   * @param rather when it would suit better, which is to be agreed first; null if nothing is
   */
  public record Call(
      String shown,
      String dial,
      String preferred,
      String reason,
      String tried,
      String proposed,
      String unread,
      String asked,
      String doubt,
      Rather rather) {}

  /**
   * It suits the citizen only after it is due.
   *
   * @param what when that is, in words
   * @param to the moment by which it would be due then, as a form sends it; null when it is too
   *     late to agree it, or for the coordinator
   * @param why the reason that the citizen reads
   */
  public record Rather(String number, String promise, String what, String to, String why) {}

  /**
   * A talk is proposed.
   *
   * @param why each in words
   * @param path of the page on which it is planned
   * @param phone whom to call now, as it is written; null: no number is known, or there is no haste
   * @param now they wrote that they do not want to live any more
   * @param contact what was agreed about contact, in words; null: nothing
   */
  public record Talk(
      String number,
      String subject,
      String citizen,
      List<String> why,
      String path,
      List<Slot> slots,
      String phone,
      boolean now,
      String contact) {}

  /** Before all else. */
  public List<Talk> urgent() {
    return talks.stream().filter(Talk::now).toList();
  }

  /** In good time. */
  public List<Talk> proposed() {
    return talks.stream().filter(one -> !one.now()).toList();
  }

  /**
   * A moment that fits both.
   *
   * @param direct one key plans it; else more is to be said first
   */
  public record Slot(String value, String label, boolean direct) {}

  /** A question that a colleague offers. */
  public record Offered(String number, String subject, String what) {}

  /** A question in which nothing is promised. */
  public record Open(String number, String subject, String citizen) {}

  @Override
  public String template() {
    return "work/today.jte";
  }

  /** How much there is beside what was promised; each of these lists is bounded. */
  public int also() {
    return lost.size()
        + unsent.size()
        + mentions.size()
        + offers.size()
        + asked.size()
        + said.size()
        + proposed().size()
        + (stories > 0 ? 1 : 0);
  }

  /** How much there is, in words: never counted further than it is shown. */
  public String count() {
    String all =
        items.size() == 1
            ? frame.say("today.count.one")
            : frame.say(more ? "today.count.more" : "today.count", items.size());
    return late == 0 ? all : all + " " + frame.say("today.count.late", late);
  }

  public String path(Item item) {
    return "/werk/vragen/" + item.number();
  }
}
