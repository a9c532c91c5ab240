package nl.aanspreekpunt.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Reason;
import nl.aanspreekpunt.search.Search;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.StoreSettings;

/**
 * A coordinator's searches among so many messages of 1.6 kB: their words are made up, the few
 * common ones as common as in any language.
 */
final class Searches {
  private static final String COORDINATOR = "jan.devries";
  private static final int AT_ONCE = 256;
  private static final int VOCABULARY = 60_000;
  private static final int WORDS = 250;
  private static final String[] SYLLABLES =
      "ba be bi bo da de di do ga ge gi go ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri"
          .concat(" ro sa se si so ta te ti to va ve vi vo wa we wi wo")
          .split(" ");

  private final Options options;
  private final Path data;
  private final Report report;
  private final int many;

  Searches(Options options, Path data, Report report) {
    this.options = options;
    this.data = data;
    this.report = report;
    many = options.messages();
  }

  void measure() throws IOException {
    long filled = fill();
    System.out.printf("%d messages can be found after %d s%n", many, filled);
    long started = System.nanoTime();
    try (HubProcess hub = HubProcess.start(options, data, Map.of())) {
      System.out.printf("started in %d s%n", (System.nanoTime() - started) / 1_000_000_000);
      try (Pages pages = new Pages(options, hub, report, COORDINATOR)) {
        String line = "search-" + many;
        pages.found(line + "-common", seek(n -> word(n % 20)));
        pages.found(line + "-rare", seek(n -> word(20_000 + n)));
        pages.found(line + "-two", seek(n -> word(n % 50) + " " + word(400 + n)));
        pages.found(line + "-prefix", seek(n -> "inwoner" + n % 90 + " " + word(n % 30)));
        pages.found(line + "-phone", seek(n -> phone(n * 37 % many).substring(7)));
        pages.found(line + "-none", seek(n -> "xyzzy" + n));
        pages.found(line + "-filter", n -> "/werk/zoeken?staat=open&laat=ja&q=" + word(n % 20));
      }
    }
  }

  private static IntFunction<String> seek(IntFunction<String> words) {
    return n -> "/werk/zoeken?q=" + words.apply(n).replace(" ", "+");
  }

  /** Seconds that it took to make all of it to be found. */
  private long fill() throws IOException {
    Vertx vertx = Vertx.vertx();
    try {
      Store store = Ticks.await(Store.open(vertx, new StoreSettings(options.store(), data)));
      Cases cases = Cases.in(store);
      Receipts receipts = Receipts.in(store);
      Identities identities = Identities.in(store);
      Outbox outbox =
          Outbox.in(
              store, Map.of(Channel.EMAIL, Reason.NO_RELAY, Channel.SMS, Reason.NO_SMS_PROVIDER));
      Clock clock = Clock.systemUTC();
      Search search = new Search(vertx, store, cases, receipts, outbox, identities, clock);
      Ticks.await(
          Future.all(
              cases.prepare(),
              receipts.prepare(),
              outbox.prepare(),
              identities.prepare(),
              search.prepare()));
      Directories directories = Ticks.await(Directories.in(vertx, store, clock, Ticks.DIRECTORY));
      for (int from = 0; from < many; from += AT_ONCE) {
        List<Future<Boolean>> some =
            IntStream.range(from, Math.min(many, from + AT_ONCE))
                .mapToObj(n -> receipts.store(receipt(n)))
                .toList();
        Ticks.await(Future.all(some));
      }
      // Nothing is due yet: what is measured is searching alone.
      Instant first = clock.instant().minus(Stock.SPREAD);
      new Stock(cases, directories.current(), first).fill(many);
      long started = System.nanoTime();
      int done = 1;
      while (done > 0) {
        done = Ticks.await(search.indexing().tick());
      }
      Ticks.await(store.close());
      return (System.nanoTime() - started) / 1_000_000_000;
    } finally {
      Ticks.await(vertx.close());
    }
  }

  private static Receipt receipt(int n) {
    Address sender = new Address(Address.Kind.EMAIL, "inwoner" + n + "@burger.example");
    Instant at = Instant.parse("2026-06-01T06:30:00Z").plusSeconds(n);
    String text = text(n);
    Inbound read =
        new Inbound(
            sender,
            "Inwoner" + n % 1000 + " " + word(5000 + n % 9000),
            List.of("vraag@voorbeeldstad.example"),
            word(n % 4000) + " " + word(n % 90),
            text,
            "nl",
            null,
            null,
            false,
            null,
            null,
            false,
            null,
            "<stock-" + n + "@burger.example>",
            List.of(),
            null,
            List.of(),
            false,
            List.of());
    return new Receipt(
        "stock-" + n,
        Channel.EMAIL,
        Receipt.State.ROUTED,
        at,
        at,
        sender.value(),
        List.of(),
        null,
        0,
        text.length(),
        Map.of(),
        read,
        null,
        null,
        "opened",
        1,
        null);
  }

  /** The n-th most common word is n times as rare as the first (Zipf). */
  private static String text(int n) {
    Random random = new Random(n);
    return "Bel mij op "
        + phone(n)
        + ". "
        + IntStream.range(0, WORDS)
            .map(i -> (int) Math.pow(VOCABULARY, random.nextDouble()) - 1)
            .mapToObj(Searches::word)
            .collect(Collectors.joining(" "));
  }

  private static String phone(int n) {
    return "+316" + String.format("%08d", 10_000_000 + n * 17);
  }

  private static String word(int n) {
    StringBuilder word = new StringBuilder("w");
    int left = n;
    do {
      word.append(SYLLABLES[left % SYLLABLES.length]);
      left /= SYLLABLES.length;
    } while (left > 0);
    return word.append('k').toString();
  }
}
