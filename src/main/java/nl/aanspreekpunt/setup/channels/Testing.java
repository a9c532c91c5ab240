package nl.aanspreekpunt.setup.channels;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.setup.channels.ChannelTest.Kind;
import nl.aanspreekpunt.store.Store;

/**
 * Sends tests, and knows the ones that come back in. A test carries a signed name of its own, which
 * holds for one message and a week: whatever else carries it is an ordinary message.
 */
public final class Testing {
  private static final String PURPOSE = "channel-test";
  private static final Pattern NAME =
      Pattern.compile("\\[proef ([mr][0-9a-z]{1,12}-[0-9]{1,3}) ([0-9a-z]{17})]");

  private final ChannelTests tests;
  private final Outbox outbox;
  private final Signer signer;
  private final Means means;
  private final Clock clock;

  /**
   * What can be tested.
   *
   * @param domains the hub's own, lower case
   * @param reaches whether an SMS may go to this number: abroad it costs more, and may be asked for
   *     by whoever earns by that
   */
  public record Means(
      boolean relay, boolean sms, List<String> domains, Predicate<Address> reaches) {
    public Means {
      domains = List.copyOf(domains);
    }
  }

  /** What asking for a test comes to. */
  public sealed interface Asked {
    record UnderWay(ChannelTest test) implements Asked {}

    record Refused(Why why) implements Asked {}
  }

  /** Why there is no test. */
  public enum Why {
    NO_RELAY,
    NO_SMS_PROVIDER,
    /** It is no address, or none of the hub. */
    NOT_OURS,
    NO_MOBILE_NUMBER,
    /** A country that no SMS goes to. */
    ABROAD,
    /** So many went this hour. */
    ENOUGH
  }

  /** A test, and how it left; the entry is null for a moment at first. */
  public record Shown(ChannelTest test, Outgoing entry) {}

  public Testing(Store store, Outbox outbox, Signer signer, Means means, Clock clock) {
    this.tests = ChannelTests.in(store);
    this.outbox = outbox;
    this.signer = signer;
    this.means = means;
    this.clock = clock;
  }

  /** Creates the indexes. */
  public Future<Void> prepare() {
    return tests.prepare();
  }

  /**
   * @param to as somebody typed it
   * @param by who asks (official id)
   * @param language "nl" or "en"
   */
  public Future<Asked> ask(Kind kind, String to, String by, String language) {
    Why why = refusal(kind, to);
    if (why != null) {
      return Future.succeededFuture(new Asked.Refused(why));
    }
    Instant now = clock.instant();
    String address = address(kind, to).orElseThrow().value();
    return tests
        .clean(now.minus(ChannelTest.KNOWN))
        .compose(cleaned -> add(kind, 1, address, by, now))
        .compose(
            added ->
                added.isEmpty()
                    ? Future.succeededFuture(new Asked.Refused(Why.ENOUGH))
                    : outbox
                        .add(List.of(entry(added.get(), language)))
                        .map(new Asked.UnderWay(added.get())));
  }

  private Why refusal(Kind kind, String to) {
    Optional<Address> address = address(kind, to);
    return switch (kind) {
      case RELAY -> !means.relay() ? Why.NO_RELAY : address.isEmpty() ? Why.NOT_OURS : null;
      case ROUND ->
          !means.relay()
              ? Why.NO_RELAY
              : address.filter(this::ours).isEmpty() ? Why.NOT_OURS : null;
      case SMS -> !means.sms() ? Why.NO_SMS_PROVIDER : mobile(address);
    };
  }

  private Why mobile(Optional<Address> number) {
    if (number.filter(one -> Reachable.by(one) == Channel.SMS).isEmpty()) {
      return Why.NO_MOBILE_NUMBER;
    }
    return number.filter(means.reaches()).isEmpty() ? Why.ABROAD : null;
  }

  private static Optional<Address> address(Kind kind, String to) {
    return kind == Kind.SMS ? Addresses.phone(to) : Addresses.email(to);
  }

  private boolean ours(Address address) {
    String value = address.value();
    return means.domains().contains(value.substring(value.lastIndexOf('@') + 1));
  }

  /** Under the first number of this hour that is free; empty when none is. */
  private Future<Optional<ChannelTest>> add(
      Kind kind, int number, String to, String by, Instant now) {
    if (number > kind.anHour()) {
      return Future.succeededFuture(Optional.empty());
    }
    ChannelTest test = ChannelTest.asked(kind, number, to, by, now);
    return tests
        .add(test)
        .compose(
            first ->
                first
                    ? Future.succeededFuture(Optional.of(test))
                    : add(kind, number + 1, to, by, now));
  }

  private Outgoing entry(ChannelTest test, String language) {
    Channel channel = test.kind() == Kind.SMS ? Channel.SMS : Channel.EMAIL;
    Map<String, String> facts =
        Map.of(
            "what", test.kind().name().toLowerCase(Locale.ROOT),
            "name", name(test.id()),
            "goneAt", test.over().toString());
    Notice notice =
        new Notice("test", Notice.Kind.TEST, channel, test.to(), test.by(), null, language, facts);
    return Outgoing.waiting(test.entry(), notice, test.askedAt());
  }

  /** What its subject ends with. */
  String name(String id) {
    return "[proef " + id + " " + signer.sign(PURPOSE, id) + "]";
  }

  /**
   * Whether a mail of this subject is a test that is waited for; it is from then on, in this
   * receipt alone. Asks nobody about what is not signed.
   */
  public Future<Boolean> came(String subject, Came came) {
    Matcher named = NAME.matcher(subject);
    return named.find() && signer.signed(PURPOSE, named.group(1), named.group(2))
        ? tests.came(named.group(1), came)
        : Future.succeededFuture(false);
  }

  /** Empty when there is none. */
  public Future<Optional<Shown>> find(String id) {
    return tests
        .find(id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : outbox
                        .find(found.get().entry())
                        .map(entry -> Optional.of(new Shown(found.get(), entry.orElse(null)))));
  }

  /** The newest first. */
  public Future<List<ChannelTest>> latest(int limit) {
    return tests.latest(limit);
  }
}
