package nl.aanspreekpunt;

import io.vertx.core.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.aanspreekpunt.inbox.files.ClamAv;
import nl.aanspreekpunt.inbox.files.HeldKinds;
import nl.aanspreekpunt.official.Numbers;
import nl.aanspreekpunt.official.OwnNumber;
import nl.aanspreekpunt.official.TalkSettings;
import nl.aanspreekpunt.outbox.limits.Limits;
import nl.aanspreekpunt.outbox.whatsapp.Templates;
import nl.aanspreekpunt.phone.Voices;
import nl.aanspreekpunt.twilio.TwilioAccount;
import nl.aanspreekpunt.web.mine.SmsCodes;

/**
 * The configuration, read once: the file's keys, each overridden by its environment variable, else
 * the default. Printing it shows no secrets. Relative paths are relative to the working directory.
 *
 * @param mailboxes that mail is fetched from, besides what comes by SMTP
 * @param twilioAccounts whose webhooks are let in
 * @param deletesMedia files of messages are deleted at Twilio once they are kept here
 * @param templates that WhatsApp approved
 * @param gateway that sends instead of Twilio or a mail relay
 * @param numbers the municipality's own; without any named, the one that texts are sent from
 * @param directory the file with teams, officials and topics
 * @param demo whether a store without cases is given the demo municipality's
 */
public record Config(
    Http http,
    Management management,
    Smtp smtp,
    Mail mail,
    Spam spam,
    Trail trail,
    List<Mailbox> mailboxes,
    Path data,
    Path directory,
    Store store,
    Relay relay,
    Twilio twilio,
    Voice voice,
    List<TwilioAccount> twilioAccounts,
    boolean deletesMedia,
    Numbers numbers,
    Templates templates,
    Gateway gateway,
    Attachments attachments,
    Api api,
    Sms sms,
    Acknowledgements acknowledgements,
    Absence absence,
    Callbacks callbacks,
    Desk desk,
    Replies replies,
    Closing closing,
    TalkSettings talks,
    Human human,
    Municipality municipality,
    boolean demo) {

  /** Something that is never shown. */
  public record Secret(String value) {
    @Override
    public String toString() {
      return "***";
    }
  }

  /**
   * @param port 0 takes a free one
   * @param publicUrl how citizens and providers reach the hub, without a slash at the end; null
   *     when it follows from host and port
   * @param trustedProxies addresses whose X-Forwarded-For is believed
   */
  public record Http(String host, int port, String publicUrl, Set<String> trustedProxies) {
    /** {@code publicUrl}, else the address of the port that was taken. */
    public String publicUrl(int takenPort) {
      if (publicUrl != null) {
        return publicUrl;
      }
      String name = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
      return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + takenPort;
    }
  }

  public record Management(String host, int port) {}

  /**
   * @param maxSize bytes of one message
   * @param certificate PEM file for STARTTLS; null: self-signed, made at start
   * @param key its key; null when {@code certificate} is
   * @param border mail comes here straight from outside: the hub checks who sent it itself
   * @param dns server that is asked then, such as {@code 10.0.0.2:53}; null: the system's
   */
  public record Smtp(
      String host, int port, int maxSize, Path certificate, Path key, boolean border, String dns) {}

  /**
   * @param domains lower case; the first is written from
   * @param trustedAuthservIds whose Authentication-Results are believed (RFC 8601, section 2.5);
   *     empty: nobody's
   * @param trustedHosts IP addresses that those come from; empty: this machine
   */
  public record Mail(
      List<String> domains, List<String> trustedAuthservIds, Set<String> trustedHosts) {
    /** The domain that the hub writes from. */
    public String domain() {
      return domains.get(0);
    }
  }

  /**
   * @param filter one in front of the hub marks what it calls spam
   * @param header name and value of its own mark, such as {@code X-Oordeel: spam}; null: the usual
   *     ones alone
   * @param keep how long what somebody called spam stays
   */
  public record Spam(boolean filter, String header, Duration keep) {}

  /**
   * The audit trail.
   *
   * @param keepLogins how long is kept who came in and who was kept out
   * @param keep how long all else is
   * @param key what it is sealed with; null: the hub's own key
   */
  public record Trail(Duration keepLogins, Duration keep, Secret key) {}

  /**
   * A mailbox that mail is fetched from (IMAP).
   *
   * @param name of its keys: {@code imap.<name>.host}
   * @param address what mail in it was sent to where the mail itself does not say; may be null
   * @param password null when a token is used
   * @param token null when a password is used
   * @param done folder for what was taken in
   * @param unreadable folder for what could not be fetched
   */
  public record Mailbox(
      String name,
      String host,
      int port,
      Security tls,
      Path ca,
      String username,
      Secret password,
      Token token,
      String address,
      String inbox,
      String done,
      String unreadable,
      Duration poll) {
    public enum Security {
      IMPLICIT,
      STARTTLS,
      OFF
    }

    /** Where an access token is had (RFC 6749, section 4.4). */
    public record Token(String url, String clientId, Secret clientSecret, String scope) {}
  }

  /**
   * @param uri MongoDB connection string; null: the embedded default in the data directory
   */
  public record Store(Secret uri) {}

  /**
   * @param host null: no relay, mail waits in the outbox
   * @param dkim how mail is signed; null: not here
   * @param ca PEM file with what the relay's certificate is checked against; null: what Java trusts
   * @param username null: no login
   * @param password null when {@code username} is
   */
  public record Relay(
      String host, int port, String username, Secret password, Tls tls, Path ca, Dkim dkim) {
    /**
     * @param selector under which the public key stands in DNS
     * @param key PEM file of the private key
     */
    public record Dkim(String selector, Path key) {}

    public enum Tls {
      OFF,
      OPTIONAL,
      REQUIRED
    }

    public boolean configured() {
      return host != null;
    }
  }

  /**
   * @param accountSid null: nothing can be sent
   * @param authToken signs calls, and webhooks: without it each is refused; may be null
   * @param from the hub's number, E.164; null: nothing can be sent
   * @param answersStop Twilio itself answers who sends STOP or START; else the hub does
   */
  public record Twilio(
      String accountSid, Secret authToken, String from, boolean answersStop, String apiUrl) {
    public boolean sends() {
      return accountSid != null && authToken != null && from != null;
    }

    /** By this number, whatever else is sent from. */
    Twilio from(String number) {
      return new Twilio(accountSid, authToken, number, answersStop, apiUrl);
    }
  }

  /**
   * A gateway in the style of NotifyNL.
   *
   * @param key holds the service's id and its secret; null: nothing goes by it
   * @param textTemplate id; null: text messages do not go by it
   * @param mailTemplate id; null: mail does not go by it
   * @param token that its delivery receipts show; null: each is refused
   */
  public record Gateway(
      String apiUrl, Secret key, String textTemplate, String mailTemplate, Secret token) {
    public boolean texts() {
      return key != null && textTemplate != null;
    }

    public boolean mails() {
      return key != null && mailTemplate != null;
    }
  }

  /** Whether text messages go out at all. */
  public boolean texts() {
    return twilio.sends() || gateway.texts();
  }

  /** Whether mail goes out at all. */
  public boolean mails() {
    return relay.configured() || gateway.mails();
  }

  /** Whether citizens who never wrote by WhatsApp can be answered there. */
  public boolean offersWhatsApp() {
    return whatsApp().isPresent() && !templates.in("nl").isEmpty();
  }

  /** How WhatsApp messages go out; empty when no number of ours has it. */
  public Optional<Twilio> whatsApp() {
    return numbers
        .general(OwnNumber.Ability.WHATSAPP)
        .map(number -> twilio.from(number.number()))
        .filter(Twilio::sends);
  }

  /**
   * Calls.
   *
   * @param on whether the hub answers the telephone
   * @param callerId E.164 that officials see when they are rung; null: the number that was called
   * @param through E.164 that is rung when the store is away; null: nobody is
   * @param recordings address of the municipality's own, by language and line
   * @param deletes whether a spoken message is deleted at the provider once it is here
   */
  public record Voice(
      boolean on,
      String callerId,
      String through,
      Voices voices,
      Map<String, String> recordings,
      boolean deletes) {}

  /**
   * What is done about files of messages.
   *
   * @param scanner where ClamAV's daemon is; null: there is none
   * @param patience for its answer about one file
   */
  public record Attachments(HeldKinds held, SocketAddress scanner, Duration patience) {}

  /**
   * @param token the administrator's token of a fresh store; null: made and printed once
   */
  public record Api(Secret token) {}

  /**
   * @param window how long an SMS still joins the citizen's last conversation, in clock time
   * @param codes with which a citizen shows that a number is theirs
   * @param limits when they go, and how many in a day
   */
  public record Sms(Duration window, SmsCodes codes, Limits limits) {}

  /**
   * @param attempts after which a citizen who was not reached is asked for a better moment
   * @param rings whether a press on a page has the official and the citizen rung, where it can
   * @param countries in which citizens are rung (ISO 3166-1 alpha-2)
   */
  public record Callbacks(int attempts, boolean rings, Set<String> countries) {}

  /**
   * @param rings whether calls to the general number ring the clerks who are there
   */
  public record Desk(boolean rings) {}

  /**
   * @param undo how long an answer that was sent from the page can be taken back; nothing: it goes
   *     at once
   */
  public record Replies(Duration undo) {}

  /**
   * @param askHelped whether a citizen is asked if they were helped, and heard
   */
  public record Closing(boolean askHelped) {}

  /**
   * What people do in the program beyond answering.
   *
   * @param frictionOwners who looks at what chafes, as {@code official} or {@code team=official}
   *     with commas between them; null: the manager of the team
   * @param frictionsPublic whether everybody may read what changed because of practice
   * @param storyEditor who checks stories before others read them (official id); null: the
   *     coordinator of the team
   * @param councilPublic whether everybody may read the council's report
   */
  public record Human(
      String frictionOwners, boolean frictionsPublic, String storyEditor, boolean councilPublic) {}

  /** How many acknowledgements one sender gets in 24 hours: for one case, and in all. */
  public record Acknowledgements(int perCaseADay, int perSenderADay) {}

  /**
   * @param warnBefore how long before it starts the coordinator hears of an absence that nobody
   *     stands in for, in clock time
   * @param watched whether who does nothing in the hub is put to their coordinator
   */
  public record Absence(Duration warnBefore, boolean watched) {}

  /**
   * @param tokens a CSS file of NL Design System tokens, its fonts beside it; null: what is built
   *     in
   * @param className the class its tokens hang on, such as {@code utrecht-theme}; null with them
   * @param logo an SVG file; null: the hub's mark
   */
  public record Theme(Path tokens, String className, Path logo) {}

  /**
   * @param name as citizens know it, such as "gemeente Voorbeeldstad"
   */
  public record Municipality(String name, ZoneId timeZone, Theme theme) {}

  /**
   * Reads the file named by {@code AANSPREEKPUNT_CONFIG}, else {@code conf/aanspreekpunt.yaml} when
   * it exists.
   */
  public static Config read(Map<String, String> environment) throws ConfigRefused {
    String named = environment.getOrDefault("AANSPREEKPUNT_CONFIG", "");
    Path usual = Path.of("conf", "aanspreekpunt.yaml");
    Settings settings = new Settings(environment);
    if (!named.isEmpty()) {
      settings.readFile(Path.of(named));
    } else if (Files.exists(usual)) {
      settings.readFile(usual);
    }
    return from(settings);
  }

  /** From keys and their values alone, without file or environment. */
  public static Config of(Map<String, String> values) throws ConfigRefused {
    Settings settings = new Settings(Map.of());
    values.forEach((key, value) -> settings.put(key, value, "given"));
    return from(settings);
  }

  private static Config from(Settings settings) throws ConfigRefused {
    ZoneId zone = settings.zone("time-zone", "Europe/Amsterdam");
    Twilio twilio = twilio(settings);
    Numbers numbers = NumberSettings.read(settings, settings.text("twilio.from", null));
    Config config =
        new Config(
            http(settings),
            new Management(
                settings.text("management.host", "127.0.0.1"),
                settings.port("management.port", 8081)),
            smtp(settings),
            new Mail(
                settings.domains("mail.domain", "voorbeeldstad.example"),
                trusted(settings),
                settings.addresses("mail.trusted-hosts")),
            new Spam(
                settings.flag("spam.filter", false),
                settings.text("spam.header", null),
                settings.duration("spam.keep", "P14D")),
            new Trail(
                settings.days("trail.keep-logins", "P90D"),
                settings.days("trail.keep", "P1825D"),
                settings.key("trail.key")),
            mailboxes(settings),
            settings.path("data.dir", "data"),
            settings.path("directory.file", "conf/directory.yaml"),
            new Store(settings.secret("store.uri")),
            relay(settings),
            twilio,
            VoiceSettings.read(settings, twilio, numbers),
            TwilioSettings.accounts(settings),
            settings.flag("twilio.delete-media", false),
            numbers,
            WhatsAppSettings.read(settings),
            NotifySettings.read(settings),
            attachments(settings),
            new Api(settings.token("api.token")),
            new Sms(
                settings.duration("sms.window", "P3D"),
                new SmsCodes(
                    settings.count("citizens.sms-codes-an-hour", 300),
                    settings.countries("citizens.sms-countries", "NL")),
                SmsSettings.limits(settings, zone)),
            new Acknowledgements(
                settings.count("acknowledgements.per-case-a-day", 3),
                settings.count("acknowledgements.per-sender-a-day", 30)),
            new Absence(
                settings.duration("absence.warn-before", "P5D"),
                settings.flag("absence.watched", true)),
            new Callbacks(
                settings.count("callbacks.attempts", 3),
                settings.flag("callbacks.ring", settings.flag("voice.on", false)),
                settings.countries("callbacks.countries", "NL")),
            new Desk(settings.flag("desk.rings", false)),
            new Replies(settings.duration("replies.undo", "PT10S")),
            new Closing(settings.flag("closing.ask-helped", true)),
            new TalkSettings(
                settings.flag("talks.proposed", true), settings.flag("talks.words", true)),
            new Human(
                settings.text("frictions.owners", null),
                settings.flag("frictions.public", false),
                settings.text("stories.editor", null),
                settings.flag("council.public", false)),
            new Municipality(
                settings.text("municipality.name", "gemeente Voorbeeldstad"),
                zone,
                theme(settings)),
            settings.flag("demo", false));
    settings.refuseWhatIsWrong();
    return config;
  }

  private static List<String> trusted(Settings settings) {
    List<String> names = settings.domains("mail.trusted-authserv-id", null);
    return names == null ? List.of() : names;
  }

  private static Theme theme(Settings settings) {
    settings.together("municipality.theme.tokens", "municipality.theme.class");
    return new Theme(
        settings.file("municipality.theme.tokens"),
        settings.text("municipality.theme.class", null),
        settings.file("municipality.logo"));
  }

  private static Http http(Settings settings) {
    return new Http(
        settings.text("http.host", "127.0.0.1"),
        settings.port("http.port", 8080),
        settings.url("http.public-url", null),
        settings.addresses("http.trusted-proxies"));
  }

  private static Smtp smtp(Settings settings) {
    settings.together("smtp.tls.certificate", "smtp.tls.key");
    return new Smtp(
        settings.text("smtp.host", "127.0.0.1"),
        settings.port("smtp.port", 2525),
        settings.bytes("smtp.max-size", 25 << 20),
        settings.path("smtp.tls.certificate", null),
        settings.path("smtp.tls.key", null),
        settings.flag("smtp.border", false),
        settings.text("smtp.dns", null));
  }

  private static List<Mailbox> mailboxes(Settings settings) {
    return settings.names("imap.mailboxes").stream().map(name -> mailbox(settings, name)).toList();
  }

  private static Mailbox mailbox(Settings settings, String name) {
    String key = "imap." + name + ".";
    String token = key + "oauth2.";
    Mailbox.Security tls = settings.oneOf(key + "tls", Mailbox.Security.IMPLICIT);
    settings.together(token + "token-url", token + "client-id");
    settings.together(token + "token-url", token + "client-secret");
    settings.either(key + "password", token + "token-url");
    String url = settings.url(token + "token-url", null);
    return new Mailbox(
        name,
        settings.needed(key + "host"),
        settings.port(key + "port", tls == Mailbox.Security.IMPLICIT ? 993 : 143),
        tls,
        settings.path(key + "ca", null),
        settings.needed(key + "username"),
        settings.secret(key + "password"),
        url == null
            ? null
            : new Mailbox.Token(
                url,
                settings.text(token + "client-id", null),
                settings.secret(token + "client-secret"),
                settings.text(token + "scope", null)),
        settings.text(key + "address", null),
        settings.text(key + "inbox", "INBOX"),
        settings.text(key + "done", "Verwerkt"),
        settings.text(key + "unreadable", "Onleesbaar"),
        settings.duration(key + "poll", "PT1M"));
  }

  private static Relay relay(Settings settings) {
    settings.together("relay.username", "relay.password");
    return new Relay(
        settings.text("relay.host", null),
        settings.port("relay.port", 25),
        settings.text("relay.username", null),
        settings.secret("relay.password"),
        settings.oneOf("relay.tls", Relay.Tls.OPTIONAL),
        settings.path("relay.ca", null),
        dkim(settings));
  }

  private static Relay.Dkim dkim(Settings settings) {
    settings.together("relay.dkim.selector", "relay.dkim.key");
    String selector = settings.text("relay.dkim.selector", null);
    Path key = settings.path("relay.dkim.key", null);
    return selector == null || key == null ? null : new Relay.Dkim(selector, key);
  }

  private static Attachments attachments(Settings settings) {
    return new Attachments(
        settings.some(
            "attachments.held-types",
            HeldKinds.USUAL,
            "any of " + HeldKinds.USUAL + ", endings such as .one, and media types",
            HeldKinds::read),
        settings.one(
            "attachments.clamav",
            "an address such as 127.0.0.1:3310, or the path of a socket",
            ClamAv::address),
        settings.duration("attachments.clamav-timeout", "PT1M"));
  }

  private static Twilio twilio(Settings settings) {
    return new Twilio(
        settings.text("twilio.account-sid", null),
        settings.secret("twilio.auth-token"),
        settings.text("twilio.from", null),
        settings.flag("twilio.answers-stop", true),
        settings.url("twilio.api-url", "https://api.twilio.com"));
  }
}
