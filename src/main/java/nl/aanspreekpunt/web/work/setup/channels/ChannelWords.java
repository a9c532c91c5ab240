package nl.aanspreekpunt.web.work.setup.channels;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.setup.channels.Passing;
import nl.aanspreekpunt.setup.channels.Standing;
import nl.aanspreekpunt.web.DeliveryWords;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.setup.channels.ChannelsPage.Line;
import nl.aanspreekpunt.web.work.setup.channels.ChannelsPage.Way;

/** Each way in and out, in plain words. */
record ChannelWords(Frame frame, Standing standing) {
  List<Way> ways() {
    return Stream.of(
            Stream.of(relay(), smtp()),
            standing.mailboxes().stream().map(this::mailbox),
            Stream.of(texts(), whatsApp(), calls(), web(), scanner(), spam()))
        .flatMap(all -> all)
        .toList();
  }

  private Way relay() {
    Standing.Relay relay = standing.relay();
    if (relay == null) {
      return missing("relay");
    }
    List<Line> lines = new ArrayList<>();
    lines.add(line("channels.server", relay.host() + ":" + relay.port()));
    lines.add(line("channels.tls", say("channels.tls." + relay.tls())));
    lines.add(line("channels.login", say(relay.login() ? "channels.yes" : "channels.no")));
    lines.add(
        line("channels.dkim", relay.dkim() == null ? say("channels.dkim.none") : relay.dkim()));
    lines.add(line("channels.sent", at(relay.last().went())));
    failed(relay.last(), lines);
    return way("relay", relay.last().since() == null, lines, "relay", null);
  }

  private Way smtp() {
    Standing.Smtp smtp = standing.smtp();
    List<Line> lines = new ArrayList<>();
    lines.add(line("channels.listens", smtp.host() + ":" + smtp.port()));
    lines.add(
        line(
            "channels.certificate",
            smtp.ends() == null
                ? say("channels.certificate.own")
                : say("channels.certificate.until", frame.moments().date(smtp.ends()))));
    lines.add(
        line(
            "channels.senders",
            say(smtp.border() ? "channels.senders.here" : "channels.senders.before")));
    lines.add(line("channels.came", at(smtp.last().went())));
    return way("smtp", true, lines, "round", null);
  }

  private Way mailbox(Standing.Mailbox one) {
    List<Line> lines = new ArrayList<>();
    lines.add(line("channels.server", one.host()));
    if (one.address() != null) {
      lines.add(line("channels.address", one.address()));
    }
    lines.add(line("channels.looked", at(one.looked())));
    lines.add(line("channels.came", at(one.taken())));
    boolean well = one.since() == null;
    if (!well) {
      lines.add(line("channels.trouble", say("channels.trouble." + one.trouble())));
      lines.add(line("channels.since", at(one.since())));
      lines.add(line("channels.do", say("channels.do." + one.trouble())));
    }
    String state =
        say(!well ? "channels.broke" : one.here() ? "channels.works" : "channels.elsewhere");
    return new Way(
        "mailbox-" + one.name(),
        say("channels.mailbox", one.name()),
        state,
        !well,
        lines,
        one.address() == null ? null : "round",
        one.address());
  }

  private Way texts() {
    Standing.Texts texts = standing.texts();
    return texts == null
        ? missing("sms")
        : way("sms", texts.out().since() == null, lines(texts), "sms", null);
  }

  private Way whatsApp() {
    Standing.Texts texts = standing.whatsApp();
    return texts == null
        ? missing("whatsapp")
        : way("whatsapp", texts.out().since() == null, lines(texts), null, null);
  }

  private List<Line> lines(Standing.Texts texts) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        texts.number() == null
            ? line("channels.server", texts.server())
            : line("channels.number", texts.number()));
    lines.add(line("channels.webhook", texts.webhook()));
    lines.add(line("channels.came", at(texts.in().went())));
    lines.add(line("channels.sent", at(texts.out().went())));
    failed(texts.out(), lines);
    return lines;
  }

  private Way calls() {
    Standing.Calls calls = standing.calls();
    return calls == null
        ? missing("calls")
        : way(
            "calls",
            true,
            List.of(
                line("channels.numbers", String.join(", ", calls.numbers())),
                line("channels.calls.come", calls.comesIn()),
                line("channels.calls.ended", calls.ended())),
            null,
            null);
  }

  private Way web() {
    return way(
        "web",
        true,
        List.of(
            line("channels.url", standing.web().url()),
            line("channels.form", at(standing.web().form().went()))),
        null,
        null);
  }

  private Way scanner() {
    return standing.scanner() == null
        ? missing("scanner")
        : way("scanner", true, List.of(line("channels.server", standing.scanner())), null, null);
  }

  private Way spam() {
    return standing.spam() ? way("spam", true, List.of(), null, null) : missing("spam");
  }

  private void failed(Passing.Last last, List<Line> lines) {
    if (last.failed() != null) {
      lines.add(line("channels.failed", at(last.failed())));
      lines.add(line("channels.why", new DeliveryWords(frame.words()).why(last.why())));
    }
  }

  private Way way(String id, boolean works, List<Line> lines, String test, String to) {
    String state = say(works ? "channels.works" : "channels.broke");
    return new Way(id, say("channels." + id), state, !works, lines, test, to);
  }

  private Way missing(String id) {
    return new Way(
        id,
        say("channels." + id),
        say("channels." + id + ".missing"),
        false,
        List.of(),
        null,
        null);
  }

  private Line line(String key, String value) {
    return new Line(say(key), value);
  }

  private String at(Instant moment) {
    return moment == null ? say("channels.not-yet") : frame.moments().say(moment);
  }

  private String say(String key, Object... facts) {
    return frame.say(key, facts);
  }
}
