package nl.aanspreekpunt.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import nl.aanspreekpunt.inbox.email.ReadOnce;

/** How long one mail of each kind takes to read, in this process, without a store. */
final class Parsing {
  private static final int WARM_UP = 300;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Parsing() {}

  static void measure(Options options, Report report) {
    try (ReadOnce reading = new ReadOnce()) {
      for (MixedMail.Kind kind : MixedMail.Kind.values()) {
        measure(kind, reading, options, report);
      }
    }
  }

  private static void measure(
      MixedMail.Kind kind, ReadOnce reading, Options options, Report report) {
    String name = "parse-" + kind.name().toLowerCase(Locale.ROOT);
    byte[][] mails = new byte[10][];
    for (int i = 0; i < mails.length; i++) {
      mails[i] = MixedMail.of(kind, "parse", i);
    }
    read(reading, mails, WARM_UP);
    int count = Math.max(300, options.items() / 8);
    long cpu = THREADS.getCurrentThreadCpuTime();
    Figures times = read(reading, mails, count);
    double each = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9 / count;
    Usage.PerItem cost = new Usage.PerItem(each, Double.NaN, Double.NaN, Double.NaN);
    report.add(Line.of(name, Report.TIME, times, cost, Double.NaN));
  }

  private static Figures read(ReadOnce reading, byte[][] mails, int count) {
    double[] times = new double[count];
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      reading.read(mails[i % mails.length]);
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    return new Figures(times);
  }
}
