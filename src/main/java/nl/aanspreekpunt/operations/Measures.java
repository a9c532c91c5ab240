package nl.aanspreekpunt.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Every meter of the program by name, and nothing else may make one. Labels come from enums and
 * rule names, never from what people send, so that their number stays small. Safe on any thread.
 */
public final class Measures implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Map<String, AtomicLong> levels = new ConcurrentHashMap<>();
  private final Counter uncertain =
      counter("aanspreekpunt.uncertain", "Matches that a person must confirm");
  private final Counter refusedWebhooks =
      counter("aanspreekpunt.webhooks.refused", "Webhooks without a right signature");
  private final Timer processing =
      Timer.builder("aanspreekpunt.processing")
          .description("From a message's receipt to its place at a case")
          .serviceLevelObjectives(
              Duration.ofMillis(10),
              Duration.ofMillis(50),
              Duration.ofMillis(100),
              Duration.ofMillis(250),
              Duration.ofSeconds(1),
              Duration.ofSeconds(10))
          .register(registry);

  public Measures() {
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** A message whose receipt is stored. */
  public void received(Enum<?> channel) {
    counter("aanspreekpunt.received", "Messages stored", "channel", name(channel)).increment();
  }

  /**
   * What no webhook brought, and was taken in by asking for it.
   *
   * @param list messages or calls
   */
  public void missed(String list, int many) {
    counter("aanspreekpunt.missed", "What no webhook brought", "list", list).increment(many);
  }

  /** A delivery that was received before. */
  public void duplicate(Enum<?> channel) {
    counter("aanspreekpunt.duplicates", "Deliveries received before", "channel", name(channel))
        .increment();
  }

  /**
   * @param rule the name of the policy that decided
   */
  public void routed(String rule) {
    counter("aanspreekpunt.routed", "Messages brought to a case", "rule", rule).increment();
  }

  public void uncertain() {
    uncertain.increment();
  }

  public void refusedWebhook() {
    refusedWebhooks.increment();
  }

  /** A command, message or connection that the SMTP listener refused. */
  public void refusedMail(Enum<?> why) {
    counter("aanspreekpunt.smtp.refused", "Refusals of the SMTP listener", "why", name(why))
        .increment();
  }

  /**
   * A notice that was not sent.
   *
   * @param why a code, such as {@code loop}, {@code automatic} or {@code too-many-for-case}
   */
  public void heldBack(String why) {
    counter("aanspreekpunt.held.back", "Notices that were held back", "why", why).increment();
  }

  public void processed(Duration sinceReceived) {
    processing.record(sinceReceived);
  }

  /** A ladder step that took effect. */
  public void escalated(Enum<?> does) {
    counter("aanspreekpunt.escalations", "Ladder steps that took effect", "step", name(does))
        .increment();
  }

  /** A promise that was made, kept or withdrawn, or is open again. */
  public void promise(Enum<?> kind, Enum<?> state) {
    counter(
            "aanspreekpunt.promises.turned",
            "Promises that became open, kept or withdrawn",
            "kind",
            name(kind),
            "state",
            name(state))
        .increment();
  }

  /** How many outbox entries are in a state now. */
  public void outbox(Enum<?> state, long count) {
    level("aanspreekpunt.outbox", "Outbox entries by state", name(state)).set(count);
  }

  /** How far behind a mailbox is, by its name in the configuration. */
  public void mailbox(String name, Duration lag) {
    levels
        .computeIfAbsent(
            "mailbox " + name,
            key -> {
              AtomicLong level = new AtomicLong();
              Gauge.builder("aanspreekpunt.imap.lag", level, AtomicLong::get)
                  .description("How long something stands in a mailbox that is not taken in")
                  .baseUnit("seconds")
                  .tag("mailbox", name)
                  .register(registry);
              return level;
            })
        .set(lag.toSeconds());
  }

  /** How long the oldest mail waits that a filter called spam. */
  public void doubtful(Duration oldest) {
    levels
        .computeIfAbsent(
            "doubtful",
            key -> {
              AtomicLong level = new AtomicLong();
              Gauge.builder("aanspreekpunt.doubtful.oldest", level, AtomicLong::get)
                  .description("How long the oldest waits that a filter called spam")
                  .baseUnit("seconds")
                  .register(registry);
              return level;
            })
        .set(oldest.toSeconds());
  }

  /** A file of which it became known how it stands: open, held, found, and so on. */
  public void file(Enum<?> state) {
    counter("aanspreekpunt.files", "Files of messages by how they stand", "state", name(state))
        .increment();
  }

  /**
   * Messages of which a file is to be taken out, or waits for the scanner.
   *
   * @param longest how long the oldest does
   */
  public void filesWait(long messages, Duration longest) {
    level("aanspreekpunt.files.waiting", "Messages whose files wait", "messages").set(messages);
    level("aanspreekpunt.files.longest", "Seconds that the oldest of those waits", "seconds")
        .set(longest.toSeconds());
  }

  /**
   * What cannot be found yet as it is now.
   *
   * @param waiting cases that changed
   * @param caughtUp cases from before there was a search that can be found by now
   */
  public void search(long waiting, long caughtUp) {
    level("aanspreekpunt.search.waiting", "Changed cases that wait to be found", "cases")
        .set(waiting);
    level("aanspreekpunt.search.caught.up", "Earlier cases that can be found by now", "cases")
        .set(caughtUp);
  }

  /** How much of a queue fails and is tried again later. */
  public void setAside(Enum<?> queue, long count) {
    level("aanspreekpunt.set.aside", "What fails and is tried again later", name(queue)).set(count);
  }

  /**
   * @param state open or overdue
   * @param count in how many cases the promise that is due first is so now
   */
  public void promises(String state, long count) {
    level("aanspreekpunt.promises", "Cases by the state of the promise due first", state)
        .set(count);
  }

  /**
   * What is asked of the database, each a total that only grows.
   *
   * @param roundTrips commands sent; writes that left together count once
   */
  public void database(LongSupplier reads, LongSupplier writes, LongSupplier roundTrips) {
    total("aanspreekpunt.store.reads", "Reads asked of the database", reads);
    total("aanspreekpunt.store.writes", "Writes asked of the database", writes);
    total("aanspreekpunt.store.round.trips", "Commands sent to the database", roundTrips);
  }

  /** The registry holds its object weakly: this one, since nothing else would keep the supplier. */
  private void total(String name, String description, LongSupplier total) {
    FunctionCounter.builder(name, this, kept -> total.getAsLong())
        .description(description)
        .register(registry);
  }

  private Counter counter(String name, String description, String... labels) {
    return Counter.builder(name).description(description).tags(labels).register(registry);
  }

  private AtomicLong level(String name, String description, String state) {
    return levels.computeIfAbsent(
        name + " " + state,
        key -> {
          AtomicLong level = new AtomicLong();
          Gauge.builder(name, level, AtomicLong::get)
              .description(description)
              .tag("state", state)
              .register(registry);
          return level;
        });
  }

  private static String name(Enum<?> label) {
    return label.name().toLowerCase(Locale.ROOT);
  }

  /** Adds Vert.x's own meters of servers, clients and worker pools. */
  public VertxBuilder watch(VertxBuilder builder, VertxOptions options) {
    MicrometerMetricsOptions metrics =
        new MicrometerMetricsOptions()
            .setEnabled(true)
            .setLabels(EnumSet.of(Label.LOCAL, Label.HTTP_METHOD, Label.HTTP_CODE, Label.POOL_NAME))
            .addDisabledMetricsCategory(MetricsDomain.EVENT_BUS)
            .addDisabledMetricsCategory(MetricsDomain.DATAGRAM_SOCKET)
            .addDisabledMetricsCategory(MetricsDomain.VERTICLES);
    return builder
        .with(new VertxOptions(options).setMetricsOptions(metrics))
        .withMetrics(new MicrometerMetricsFactory(registry));
  }

  /** In Prometheus' text format. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
