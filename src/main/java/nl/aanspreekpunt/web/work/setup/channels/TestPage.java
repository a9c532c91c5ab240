package nl.aanspreekpunt.web.work.setup.channels;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.setup.channels.ChannelTest;
import nl.aanspreekpunt.setup.channels.Testing;
import nl.aanspreekpunt.web.DeliveryWords;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * One test and how far it came.
 *
 * @param steps that it took, in order
 * @param outcome in words
 * @param good it came where it was to come; false: not yet, or not at all
 * @param looks what to look at, when it takes long or failed
 * @param goesOn more may follow: the page asks again by itself
 */
public record TestPage(
    Frame frame,
    String path,
    String to,
    List<Step> steps,
    String outcome,
    boolean good,
    List<String> looks,
    boolean goesOn)
    implements Page {
  /** After this it is long. */
  private static final Duration LONG = Duration.ofMinutes(1);

  /** After this nobody waits for it. */
  private static final Duration WATCHED = Duration.ofMinutes(10);

  /**
   * @param at null when it has no moment
   */
  public record Step(String what, Instant at) {}

  static TestPage of(Frame frame, String path, Testing.Shown shown) {
    return new Telling(frame, path, shown).page();
  }

  private record Telling(Frame frame, String path, Testing.Shown shown) {
    TestPage page() {
      ChannelTest test = shown.test();
      boolean came = test.cameAt() != null;
      boolean round = test.kind() == ChannelTest.Kind.ROUND;
      boolean done = came || failed() || (!round && left());
      boolean isLong = after(test.askedAt()).compareTo(LONG) > 0;
      boolean watched = after(test.askedAt()).compareTo(WATCHED) < 0;
      return new TestPage(
          frame,
          path,
          test.to(),
          steps(),
          outcome(round, came, isLong),
          came || (!round && left()),
          came || !(failed() || isLong) || (!round && left()) ? List.of() : looks(round),
          !done && watched);
    }

    private Duration after(Instant asked) {
      return Duration.between(asked, frame.moments().now());
    }

    private boolean left() {
      return shown.entry() != null && shown.entry().state().arrived();
    }

    private boolean failed() {
      return shown.entry() != null
          && switch (shown.entry().state()) {
            case REFUSED, DEAD, WITHHELD, HELD -> true;
            default -> false;
          };
    }

    private List<Step> steps() {
      ChannelTest test = shown.test();
      Outgoing entry = shown.entry();
      List<Step> steps = new ArrayList<>();
      steps.add(new Step(frame.say("test.asked"), test.askedAt()));
      if (left()) {
        steps.add(new Step(frame.say("test.left." + kind()), entry.sentAt()));
      }
      if (entry != null && entry.detail() != null && !left()) {
        String why = new DeliveryWords(frame.words()).why(entry.detail());
        steps.add(new Step(frame.say("test.said", why), null));
      }
      if (test.cameAt() != null) {
        String way =
            test.way().equals("smtp")
                ? frame.say("test.by.smtp")
                : frame.say("test.by.mailbox", test.way());
        long seconds = Math.max(0, Duration.between(test.askedAt(), test.cameAt()).toSeconds());
        steps.add(new Step(frame.say("test.came", seconds, way), test.cameAt()));
        steps.add(new Step(sender(test), null));
      }
      return steps;
    }

    private String sender(ChannelTest test) {
      if (test.doubt() != null) {
        return frame.say("test.sender.doubt", test.doubt());
      }
      return frame.say(test.proven() ? "test.sender.proven" : "test.sender.unknown");
    }

    private String outcome(boolean round, boolean came, boolean isLong) {
      if (failed()) {
        return frame.say("test.failed." + kind());
      }
      if (came) {
        return frame.say(
            !round
                ? "test.came-home"
                : shown.test().late() ? "test.works.late" : "test.works.round");
      }
      if (!round && left()) {
        return frame.say("test.works." + kind());
      }
      return frame.say(isLong ? "test.long." + (left() ? "left" : "waits") : "test.under-way");
    }

    private List<String> looks(boolean round) {
      List<String> looks = new ArrayList<>();
      if (left() && round) {
        looks.add(frame.say("test.look.mx"));
        looks.add(frame.say("test.look.transport"));
        looks.add(frame.say("test.look.mailbox"));
        looks.add(frame.say("test.look.spam"));
      } else {
        looks.add(frame.say(kind().equals("sms") ? "test.look.provider" : "test.look.relay"));
        looks.add(frame.say("test.look.log"));
      }
      return looks;
    }

    private String kind() {
      return shown.test().kind() == ChannelTest.Kind.SMS ? "sms" : "relay";
    }
  }

  @Override
  public String template() {
    return "work/setup/channels/test.jte";
  }
}
