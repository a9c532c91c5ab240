package nl.aanspreekpunt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The program behind {@code bin/bench}. */
public final class Bench {
  private final Options options;
  private final Path folder;
  private final Report report = new Report(System.out);

  private Bench(Options options, Path folder) {
    this.options = options;
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    Options options;
    try {
      options = Options.of(args);
    } catch (IllegalArgumentException e) {
      System.err.print(e.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
      return;
    }
    Path folder = Files.createTempDirectory("aanspreekpunt-bench");
    try {
      new Bench(options, folder).run();
    } finally {
      delete(folder);
    }
  }

  private void run() throws IOException {
    System.out.printf("load average before: %.1f%n", Report.load());
    mail();
    mixed();
    parse();
    sms();
    soak();
    pages();
    tick();
    search();
    send();
    if (options.json() != null) {
      report.write(options.json());
    }
  }

  private void mail() throws IOException {
    if (!options.wants("mail-in")) {
      return;
    }
    double limit =
        Limit.of(
            options.store(),
            fresh("mail-limit"),
            options.items(),
            options.clients(),
            n -> MailSender.mail("limit", n));
    try (HubProcess hub = HubProcess.start(options, fresh("mail"), Map.of())) {
      new Intake(options, hub, report)
          .measure("mail-in", () -> new MailSender(hub.smtpPort(), "m"), limit);
    }
  }

  private void mixed() throws IOException {
    if (options.wants("mixed-in")) {
      double limit =
          Limit.of(
              options.store(),
              fresh("mixed-limit"),
              options.items() / 4,
              options.clients(),
              n -> MixedMail.of("limit", n));
      try (HubProcess hub = HubProcess.start(options, fresh("mixed"), Map.of())) {
        new Mixed(options, hub, report).measure(limit);
      }
    }
    if (options.wants("beside")) {
      try (HubProcess hub = HubProcess.start(options, fresh("beside"), Map.of())) {
        new Mixed(options, hub, report).beside();
      }
    }
  }

  private void parse() {
    if (options.wants("parse")) {
      Parsing.measure(options, report);
    }
  }

  private void sms() throws IOException {
    if (!options.wants("sms-in")) {
      return;
    }
    double limit =
        Limit.of(
            options.store(),
            fresh("sms-limit"),
            options.items(),
            options.clients(),
            SmsSender::message);
    try (HubProcess hub = HubProcess.start(options, fresh("sms"), Map.of())) {
      new Intake(options, hub, report).measure("sms-in", () -> new SmsSender(hub.http(), 1), limit);
    }
  }

  private void soak() throws IOException {
    if (options.wants("soak")) {
      new Soak(options, fresh("soak"), report).measure();
    }
  }

  /** One hub for the pages of both sizes; filled once. */
  private void pages() throws IOException {
    boolean small = options.wants("today-1000") || options.wants("case-1000");
    boolean large = options.wants("today-20000") || options.wants("case-20000");
    boolean huge =
        options.store() != null
            && (options.wants("today-1000000") || options.wants("case-1000000"));
    if (!small && !large && !huge) {
      return;
    }
    Path data = fresh("pages");
    try (HubProcess hub = HubProcess.start(options, data, Map.of())) {
      Intake intake = new Intake(options, hub, report);
      Feed feed = new Feed(() -> new MailSender(hub.smtpPort(), "p"), options.clients());
      fill(intake, hub, feed, 1_000);
      try (Pages pages = new Pages(options, hub, report)) {
        pages.today("today-1000");
        pages.cases("case-1000");
        if (large || huge) {
          fill(intake, hub, feed, 19_000);
          pages.today("today-20000");
          pages.cases("case-20000");
        }
        if (huge) {
          fill(intake, hub, feed, 980_000);
          pages.today("today-1000000");
          pages.cases("case-1000000");
        }
      }
    }
  }

  /** Until all that can be done about them is done: what is measured then is pages alone. */
  private static void fill(Intake intake, HubProcess hub, Feed feed, int count) throws IOException {
    intake.fill(feed, count);
    hub.awaitFound();
  }

  private void tick() throws IOException {
    if (options.wants(Options.TICK)) {
      Ticks.measure(options, options.open(), fresh("tick"), report);
    }
  }

  private void search() throws IOException {
    if (options.wants("search")) {
      new Searches(options, fresh("search"), report).measure();
    }
  }

  private void send() throws IOException {
    if (!options.wants("send")) {
      return;
    }
    Path data = fresh("send");
    int count = options.items() / 2;
    try (HubProcess hub = HubProcess.start(options, data, Map.of())) {
      Feed feed = new Feed(() -> new MailSender(hub.smtpPort(), "s"), options.clients());
      new Intake(options, hub, report).fill(feed, count);
    }
    new Sending(options, data, report).measure(count);
  }

  private Path fresh(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : all) {
      Files.delete(one);
    }
  }
}
