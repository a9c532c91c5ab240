package nl.aanspreekpunt.setup.problems;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Something in how the hub is set up that keeps citizens from being helped, or will.
 *
 * @param facts what its words name, in their order: texts, numbers, moments and {@link Some} of
 *     what has a name in each language; never a secret
 */
public record Problem(What what, List<Object> facts) {
  /** The gravest first. */
  public static final Comparator<Problem> BY_GRAVITY =
      Comparator.comparing(Problem::gravity).thenComparing(Problem::what);

  public enum Gravity {
    /** Citizens notice it now. */
    NOW,
    /** It goes wrong when nobody does anything. */
    SOON,
    /** It works, and could work better. */
    BETTER
  }

  /** Its name is the key of its texts, in lower case with dashes; the order is that of gravity. */
  public enum What {
    /** How many messages wait, since when. */
    MAIL_WAITS(Gravity.NOW, Where.CHANNELS),
    NO_RELAY(Gravity.NOW, Where.CHANNELS),
    /** Since when, what the relay said. */
    RELAY_BROKE(Gravity.NOW, Where.CHANNELS),
    /** As {@link #MAIL_WAITS}. */
    TEXTS_WAIT(Gravity.NOW, Where.CHANNELS),
    SMS_BROKE(Gravity.NOW, Where.CHANNELS),
    /** As {@link #MAIL_WAITS}. */
    WHATSAPP_WAITS(Gravity.NOW, Where.CHANNELS),
    WHATSAPP_BROKE(Gravity.NOW, Where.CHANNELS),
    /** How many segments went today, of how many, until when. */
    SMS_SPENT(Gravity.NOW, Where.CHANNELS),
    /** Which mailbox, since when, what is wrong (a code). */
    MAILBOX_BROKE(Gravity.NOW, Where.CHANNELS),
    /** Which mailbox, for how many minutes. */
    MAILBOX_LATE(Gravity.NOW, Where.CHANNELS),
    /** Since when. */
    CERTIFICATE_ENDED(Gravity.NOW, null),
    /** By how many seconds. */
    CLOCK_OFF(Gravity.NOW, null),
    /** How many megabytes are free. */
    DISK_FULL(Gravity.NOW, null),
    URL_LOOPBACK(Gravity.NOW, null),
    /** Which domain. */
    NO_MX(Gravity.NOW, null),
    /** Under which name, at which domain. */
    DKIM_NOT_IN_DNS(Gravity.NOW, null),
    DKIM_OTHER_KEY(Gravity.NOW, null),
    DKIM_UNREADABLE(Gravity.NOW, null),
    /** Which team, who. */
    COORDINATOR_GONE(Gravity.NOW, Where.DIRECTORY),
    COORDINATOR_AWAY(Gravity.NOW, Where.DIRECTORY),
    /** Which topics. */
    TOPIC_UNCOVERED(Gravity.NOW, Where.DIRECTORY),
    /** Which neighbourhoods. */
    NEIGHBOURHOOD_UNCOVERED(Gravity.NOW, Where.DIRECTORY),
    /** Which addresses. */
    TOPIC_ADDRESS_ELSEWHERE(Gravity.NOW, Where.DIRECTORY),
    /** Which telephone numbers. */
    NUMBER_OF_NOBODY(Gravity.NOW, Where.DIRECTORY),
    /** Which telephone numbers. */
    NUMBER_NOT_THERE(Gravity.NOW, Where.CHANNELS),
    /** Which telephone numbers. */
    NUMBER_ELSEWHERE(Gravity.SOON, Where.CHANNELS),
    /** As {@link #SMS_SPENT}. */
    SMS_NEARLY_SPENT(Gravity.SOON, Where.CHANNELS),
    /** The first such day. */
    INTAKE_DAY_EMPTY(Gravity.SOON, Where.DIRECTORY),
    /** When. */
    CERTIFICATE_ENDS(Gravity.SOON, null),
    URL_HTTP(Gravity.SOON, null),
    DEMO_SENDS(Gravity.SOON, null),
    SENDERS_UNPROVEN(Gravity.SOON, null),
    NO_SCANNER(Gravity.SOON, null),
    WHATSAPP_NO_TEXT(Gravity.SOON, null),
    NO_SPF(Gravity.SOON, null),
    TWO_SPF(Gravity.SOON, null),
    SPF_ALLOWS_ALL(Gravity.SOON, null),
    DISK_FILLS(Gravity.SOON, null),
    /** The line that says what is wrong in the file. */
    FILE_WRONG(Gravity.SOON, Where.DIRECTORY),
    EXAMPLE_DOMAIN(Gravity.SOON, null),
    /** How many texts, which (keys). */
    OWN_TEXT_UNSAID(Gravity.SOON, Where.TEXTS),
    CERTIFICATE_SELF_SIGNED(Gravity.BETTER, null),
    NO_DKIM(Gravity.BETTER, null),
    NO_DMARC(Gravity.BETTER, null),
    DMARC_NONE(Gravity.BETTER, null),
    DNS_SILENT(Gravity.BETTER, null),
    /** How many officials, who. */
    NO_DEPUTY(Gravity.BETTER, Where.DIRECTORY),
    /** As {@link #NO_DEPUTY}. */
    NO_TELEPHONE(Gravity.BETTER, Where.DIRECTORY),
    /** In how many lines. */
    FILE_DIFFERS(Gravity.BETTER, Where.DIRECTORY);

    private final Gravity gravity;
    private final Where where;

    What(Gravity gravity, Where where) {
      this.gravity = gravity;
      this.where = where;
    }

    public Gravity gravity() {
      return gravity;
    }

    /** The page where it is mended or looked into; null when that is in the configuration. */
    public Where where() {
      return where;
    }
  }

  public enum Where {
    CHANNELS,
    DIRECTORY,
    TEXTS
  }

  public Problem {
    facts = List.copyOf(facts);
  }

  static Problem of(What what, Object... facts) {
    return new Problem(what, List.of(facts));
  }

  public Gravity gravity() {
    return what.gravity();
  }

  /** As it stands in texts, in the API and in the log. */
  public String code() {
    return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
