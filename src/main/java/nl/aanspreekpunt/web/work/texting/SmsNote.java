package nl.aanspreekpunt.web.work.texting;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.SmsAlphabet;
import nl.aanspreekpunt.outbox.SmsSize;
import nl.aanspreekpunt.outbox.limits.Held;
import nl.aanspreekpunt.outbox.limits.QuietHours;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Person;

/**
 * What a text message comes to before it is sent, in words.
 *
 * @param counts for how many it counts, and what is left; null: by WhatsApp that is nothing
 * @param dear which letters make it count for more; null: none does
 * @param more that the rest stands behind its link; null: all is in it
 * @param from which number of ours it comes from; null: the usual
 * @param goes when; null: at once
 */
public record SmsNote(String counts, String dear, String more, String from, String goes) {
  private static final int MOST_NAMED = 5;

  public static SmsNote of(Frame frame, Outgoing entry, String text, QuietHours quiet) {
    boolean sms = entry.notice().channel() == Channel.SMS;
    SmsSize size = SmsAlphabet.size(text);
    String words = entry.notice().facts().getOrDefault("text", "");
    String sender = entry.notice().facts().get(Notice.SENDER);
    return new SmsNote(
        sms ? counts(frame, size) : null,
        size.gsm() || !sms ? null : frame.say("sms.note.dear", others(text)),
        text.contains(words) || !sms ? null : frame.say("sms.note.more"),
        sender == null ? null : frame.say("sms.note.from", Person.shown(sender)),
        Held.byHour(entry, quiet, frame.moments().now())
            .map(held -> goes(frame, held.until()))
            .orElse(null));
  }

  private static String counts(Frame frame, SmsSize size) {
    return size.segments() == 1
        ? frame.say("sms.note.one", size.left())
        : frame.say("sms.note.several", size.segments(), size.left());
  }

  private static String others(String text) {
    return SmsAlphabet.others(text)
        .codePoints()
        .limit(MOST_NAMED)
        .mapToObj(Character::toString)
        .collect(Collectors.joining(" "));
  }

  /** That it waits for the morning. */
  public static String goes(Frame frame, Instant at) {
    return frame.say("sms.note.goes", frame.moments().say(at));
  }

  /** The same; null when it goes at once. */
  static String goes(Frame frame, Optional<Instant> at) {
    return at.map(one -> goes(frame, one)).orElse(null);
  }
}
