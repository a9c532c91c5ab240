package nl.aanspreekpunt.setup.problems;

import static nl.aanspreekpunt.setup.problems.Problem.What;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the hub stands and what it stands on.
 *
 * @param publicUrl how citizens reach it
 * @param smtpFromOutside its port for mail is open to other machines
 * @param certificate what that port shows with STARTTLS; null: made by the hub itself
 * @param border it checks senders itself
 * @param others whose word about senders is believed; none when empty
 * @param scanner files are looked at
 * @param clockOff how far its clock is from the database's; null when they are one machine
 * @param free bytes left for its data; null when the database is elsewhere
 */
public record House(
    String publicUrl,
    boolean smtpFromOutside,
    Certificate certificate,
    boolean border,
    List<String> others,
    boolean scanner,
    Duration clockOff,
    Long free) {
  static final Duration BEFORE_IT_ENDS = Duration.ofDays(30);
  static final Duration MOST_OFF = Duration.ofSeconds(2);
  static final long LITTLE = 2L << 30;
  static final long NEARLY_NOTHING = 256L << 20;

  /**
   * @param selfSigned nobody vouches for it
   */
  public record Certificate(Instant ends, boolean selfSigned) {}

  public House {
    others = List.copyOf(others);
  }

  public List<Problem> problems(Instant now) {
    List<Problem> found = new ArrayList<>();
    url(found);
    certificate(now, found);
    if (smtpFromOutside && !border && others.isEmpty()) {
      found.add(Problem.of(What.SENDERS_UNPROVEN));
    }
    if (!scanner) {
      found.add(Problem.of(What.NO_SCANNER));
    }
    if (clockOff != null && clockOff.abs().compareTo(MOST_OFF) > 0) {
      found.add(Problem.of(What.CLOCK_OFF, clockOff.abs().toSeconds()));
    }
    if (free != null && free < LITTLE) {
      What what = free < NEARLY_NOTHING ? What.DISK_FULL : What.DISK_FILLS;
      found.add(Problem.of(what, free >> 20));
    }
    return found;
  }

  private void url(List<Problem> found) {
    URI url = URI.create(publicUrl);
    if (loopback(url.getHost())) {
      found.add(Problem.of(What.URL_LOOPBACK, publicUrl));
    } else if (!"https".equals(url.getScheme())) {
      found.add(Problem.of(What.URL_HTTP, publicUrl));
    }
  }

  /** Whether this names the machine itself. */
  public static boolean loopback(String host) {
    return host == null
        || host.equals("localhost")
        || host.endsWith(".localhost")
        || host.matches("127\\.\\d+\\.\\d+\\.\\d+")
        || host.matches("\\[?(0*:)+0*1]?");
  }

  private void certificate(Instant now, List<Problem> found) {
    if (certificate != null && !certificate.ends().isAfter(now)) {
      found.add(Problem.of(What.CERTIFICATE_ENDED, certificate.ends()));
    } else if (certificate != null && certificate.ends().isBefore(now.plus(BEFORE_IT_ENDS))) {
      found.add(Problem.of(What.CERTIFICATE_ENDS, certificate.ends()));
    }
    boolean own = certificate == null || certificate.selfSigned();
    if (own && smtpFromOutside) {
      found.add(Problem.of(What.CERTIFICATE_SELF_SIGNED));
    }
  }
}
