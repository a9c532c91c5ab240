package nl.aanspreekpunt.web.work.principle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.principle.Use;
import nl.aanspreekpunt.official.Mandate;
import nl.aanspreekpunt.official.OnCall;
import nl.aanspreekpunt.official.Principle;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Names;

/** From the directory and what was done to the page of principles. */
final class PrinciplesView {
  private final Frame frame;
  private final Moment moment;
  private final Names names;

  PrinciplesView(Frame frame, Moment moment) {
    this.frame = frame;
    this.moment = moment;
    this.names = new Names(moment.directory(), frame.words());
  }

  /** Those that have one, in the order of the file. */
  static List<Topic> topics(Moment moment) {
    return moment.directory().topics().stream().filter(one -> one.principle() != null).toList();
  }

  /**
   * @param uses by topic id
   */
  PrinciplesPage page(Map<String, Use> uses) {
    return new PrinciplesPage(
        frame, topics(moment).stream().map(one -> item(one, uses.get(one.id()))).toList());
  }

  private PrinciplesPage.Item item(Topic topic, Use use) {
    Principle principle = topic.principle();
    String language = frame.words().language();
    return new PrinciplesPage.Item(
        topic.id(),
        topic.name().in(language),
        principle.words().in(language),
        principle.mandate().in(language),
        may(principle.may()),
        frame.say("principles.urgency", time(principle.urgency().time())),
        onCall(topic),
        principle.meanwhile().in(language),
        use(use),
        use.accounts().stream()
            .map(one -> new PrinciplesPage.Brought(one.cost(), one.brought()))
            .toList());
  }

  private String may(Mandate may) {
    String who =
        may.who().stream()
            .map(
                one ->
                    frame.words().has("principles.who." + one)
                        ? frame.say("principles.who." + one)
                        : names.team(one))
            .collect(Collectors.joining(", "));
    return may.upTo() == null
        ? frame.say("principles.may", who)
        : frame.say("principles.may.amount", who, may.upTo());
  }

  private String onCall(Topic topic) {
    List<OnCall> order = OnCall.order(moment.directory(), topic, moment.now(), List.of());
    String within = time(topic.principle().within());
    if (order.isEmpty()) {
      return "";
    }
    String first = names.of(order.get(0).official());
    return order.size() == 1
        ? frame.say("principles.on-call.one", first)
        : frame.say(
            "principles.on-call",
            first,
            within,
            order.stream()
                .skip(1)
                .map(one -> names.of(one.official()))
                .collect(Collectors.joining(", ")));
  }

  private List<String> use(Use use) {
    List<String> lines = new ArrayList<>();
    if (use.invoked() > 0) {
      lines.add(
          use.invoked() == 1
              ? frame.say("principles.used.one")
              : frame.say("principles.used", use.invoked()));
      lines.add(frame.say("principles.median", time(use.median())));
      lines.add(frame.say("principles.cost", use.euros()));
    }
    if (use.owing() > 0) {
      lines.add(frame.say("principles.owing", use.owing()));
    }
    return lines;
  }

  private String time(Duration time) {
    long minutes = Math.max(0, time.toMinutes());
    return minutes > 0 && minutes % 60 == 0
        ? count("norms.hours.clock", minutes / 60)
        : minutes > 120
            ? frame.say("principles.time", minutes / 60, minutes % 60)
            : count("norms.minutes.clock", minutes);
  }

  private String count(String key, long number) {
    return frame.say(number == 1 ? key + ".one" : key, number);
  }
}
