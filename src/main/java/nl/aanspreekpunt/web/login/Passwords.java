package nl.aanspreekpunt.web.login;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Hashes passwords with Argon2id, 19 MiB and two passes (OWASP Password Storage Cheat Sheet), off
 * the event loop, few at a time.
 */
public final class Passwords {
  /** Characters; longer is better than stranger (NIST SP 800-63B, 5.1.1.2). */
  public static final int SHORTEST = 12;

  public static final int LONGEST = 200;

  private static final int AT_ONCE = 2;
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final Argon2Function ARGON =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

  /** What the hub makes itself cannot be guessed, so it needs no slow hash: a start stays quick. */
  private static final Argon2Function FOR_MADE =
      Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID);

  private final SecureRandom random = new SecureRandom();
  private final WorkerExecutor workers;
  private final String nobodys;

  public Passwords(Vertx vertx) {
    workers = vertx.createSharedWorkerExecutor("passwords", AT_ONCE);
    nobodys = nobodys();
  }

  /** Reads as a hash like any other, and of no password: it takes as long to find that out. */
  String nobodys() {
    byte[] salt = new byte[16];
    byte[] hash = new byte[32];
    random.nextBytes(salt);
    random.nextBytes(hash);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            ARGON.getMemory(),
            ARGON.getIterations(),
            ARGON.getParallelism(),
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }

  public Future<String> hash(String password) {
    return workers.executeBlocking(() -> ARGON.hash(password).getResult(), false);
  }

  public Future<String> hashMade(String password) {
    return workers.executeBlocking(() -> FOR_MADE.hash(password).getResult(), false);
  }

  /**
   * @param hash null for an account that does not exist: takes as long, and is never right
   */
  Future<Boolean> matches(String password, String hash) {
    String against = hash == null ? nobodys : hash;
    return workers.executeBlocking(
        () -> Argon2Function.getInstanceFromHash(against).check(password, against) && hash != null,
        false);
  }

  /** A first password: 80 bits, in groups that people can type over. */
  String made() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      password.append(i > 0 && i % 4 == 0 ? "-" : "");
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
