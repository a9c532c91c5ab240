package nl.aanspreekpunt;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.email.imap.MailboxState;
import nl.aanspreekpunt.official.OwnNumber;
import nl.aanspreekpunt.official.OwnNumber.Ability;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.setup.channels.Passing;
import nl.aanspreekpunt.setup.channels.Standing;
import nl.aanspreekpunt.setup.channels.Ways;
import nl.aanspreekpunt.setup.problems.House;

/** How each way in and out stands, from the configuration and what this node saw. */
record ChannelsNow(
    Hub hub,
    Supplier<List<MailboxState>> mailboxes,
    Supplier<Integer> smtpPort,
    Supplier<House.Certificate> certificate)
    implements Supplier<Standing> {
  private static final int MOST_ADDRESSES = 50;

  @Override
  public Standing get() {
    Config config = hub.config;
    return new Standing(
        config.store().uri() != null,
        smtp(config.smtp()),
        boxes(),
        relay(config),
        texts(config),
        whatsApp(config),
        calls(config),
        new Standing.Web(hub.publicUrl, last(Ways.FORM)),
        config.attachments().scanner() == null ? null : config.attachments().scanner().toString(),
        config.spam().filter(),
        addresses());
  }

  private Passing.Last last(String way) {
    return hub.passing.last(way);
  }

  private Standing.Smtp smtp(Config.Smtp smtp) {
    House.Certificate shown = certificate.get();
    return new Standing.Smtp(
        smtp.host(),
        smtpPort.get(),
        shown == null ? null : shown.ends(),
        smtp.border(),
        last(Ways.SMTP));
  }

  private List<Standing.Mailbox> boxes() {
    Map<String, MailboxState> states = new TreeMap<>();
    mailboxes.get().forEach(one -> states.put(one.name(), one));
    return hub.config.mailboxes().stream()
        .map(
            one -> {
              MailboxState state = states.get(one.name());
              return state == null
                  ? new Standing.Mailbox(
                      one.name(), one.host(), one.address(), false, null, null, null, null)
                  : new Standing.Mailbox(
                      one.name(),
                      one.host(),
                      one.address(),
                      state.here(),
                      state.looked(),
                      state.taken(),
                      state.since(),
                      code(state.trouble()));
            })
        .toList();
  }

  static String code(MailboxState.Trouble trouble) {
    return trouble == null ? null : trouble.name().toLowerCase(Locale.ROOT);
  }

  private Standing.Relay relay(Config config) {
    if (config.gateway().mails()) {
      URI gateway = URI.create(config.gateway().apiUrl());
      boolean plain = "http".equals(gateway.getScheme());
      int usual = plain ? 80 : 443;
      return new Standing.Relay(
          gateway.getHost(),
          gateway.getPort() < 0 ? usual : gateway.getPort(),
          plain ? "off" : "required",
          true,
          null,
          last(Ways.out(Channel.EMAIL)));
    }
    Config.Relay relay = config.relay();
    return !relay.configured()
        ? null
        : new Standing.Relay(
            relay.host(),
            relay.port(),
            relay.port() == 465 ? "required" : relay.tls().name().toLowerCase(Locale.ROOT),
            relay.username() != null,
            relay.dkim() == null
                ? null
                : relay.dkim().selector() + "._domainkey." + config.mail().domain(),
            last(Ways.out(Channel.EMAIL)));
  }

  private Standing.Texts texts(Config config) {
    Passing.Last in = last(Ways.SMS);
    Passing.Last out = last(Ways.out(Channel.SMS));
    if (config.gateway().texts()) {
      String receipts = hub.publicUrl + "/webhooks/notify/status";
      return new Standing.Texts(null, config.gateway().apiUrl(), receipts, in, out);
    }
    return config.twilio().sends()
        ? new Standing.Texts(config.twilio().from(), null, webhook(), in, out)
        : null;
  }

  private Standing.Texts whatsApp(Config config) {
    return config
        .whatsApp()
        .map(
            twilio ->
                new Standing.Texts(
                    twilio.from(),
                    null,
                    webhook(),
                    last(Ways.SMS),
                    last(Ways.out(Channel.WHATSAPP))))
        .orElse(null);
  }

  private Standing.Calls calls(Config config) {
    String webhook = hub.publicUrl + "/webhooks/twilio/voice";
    List<String> numbers =
        config.numbers().all().stream()
            .filter(one -> one.can(Ability.CALLS))
            .map(OwnNumber::number)
            .toList();
    return config.voice().on()
        ? new Standing.Calls(numbers, webhook, webhook + "/ended#rc=5&rp=all")
        : null;
  }

  private String webhook() {
    return hub.publicUrl + "/webhooks/twilio/sms#rc=5&rp=all";
  }

  /** Those that citizens write to and that no person's are. */
  private List<String> addresses() {
    Stream<String> topics =
        hub.directories.current().topics().stream().map(Topic::addresses).flatMap(List::stream);
    return Stream.concat(Stream.of("vraag@" + hub.config.mail().domain()), topics)
        .distinct()
        .limit(MOST_ADDRESSES)
        .toList();
  }
}
