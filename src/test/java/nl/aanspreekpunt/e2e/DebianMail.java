package nl.aanspreekpunt.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.inbox.email.Pem;
import nl.aanspreekpunt.process.Until;

/**
 * Debian's own postfix (border, relay) and dovecot (mailboxes), run from configuration of our own:
 * nothing of the system's is used or changed, and nothing is left.
 */
final class DebianMail implements MailServers {
  private static final String POSTFIX = "/usr/sbin/postfix";
  private static final String DOVECOT = "/usr/sbin/dovecot";
  private static final String DOVEADM = "/usr/bin/doveadm";

  /** EX_NOUSER of sysexits(3). */
  private static final int UNKNOWN = 67;

  private static final Path LMTP = Path.of("/usr/lib/dovecot/lmtp");
  private static final Path IMAP = Path.of("/usr/lib/dovecot/imap");
  private static final Path SIEVE = Path.of("/usr/lib/dovecot/modules/lib90_sieve_plugin.so");

  /** Debian's {@code nobody}, who owns the mailboxes. */
  private static final String OWNER = "65534";

  private static final int LONGEST_STOP_SECONDS = 10;

  private final Path folder;
  private final int smtp = free();
  private final int imaps = free();
  private final TreeSet<String> addresses = new TreeSet<>(WITH_A_MAILBOX);
  private final Thread atExit = new Thread(this::end);
  private Pem pem;
  private Process postfix;
  private Process dovecot;

  /** Why they cannot run here; empty when they can. */
  static Optional<String> hindered() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return Optional.of("postfix and dovecot start as root only");
    }
    return Stream.of(Path.of(POSTFIX), Path.of(DOVECOT), IMAP, LMTP)
        .filter(program -> !Files.isExecutable(program))
        .findFirst()
        .map(program -> program + " is not there: install postfix, dovecot-imapd, dovecot-lmtpd");
  }

  /** Whether a mailbox can answer by itself. */
  static boolean answersByItself() {
    return Files.exists(SIEVE);
  }

  DebianMail() {
    // Short: the path of a socket has 107 bytes.
    folder = made(Path.of("/tmp"));
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      pem = Pem.of(folder, "localhost");
      mailboxes();
      border();
      writeUsers();
      dovecot = started("dovecot", DOVECOT, "-F", "-c", folder.resolve("dovecot.conf").toString());
      postfix = started("postfix", POSTFIX, "-c", folder.resolve("postfix").toString(), "start-fg");
      Until.until("postfix and dovecot listen", () -> listens(smtp) && listens(imaps));
    } catch (Exception | AssertionError e) {
      String said = said();
      close();
      throw new AssertionError("postfix and dovecot did not start" + said, e);
    }
  }

  private static Path made(Path in) {
    try {
      Path made = Files.createTempDirectory(in, "mail");
      // Their processes let go of root, and still come here.
      return Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx--x--x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void mailboxes() throws IOException {
    owned(Files.createDirectory(folder.resolve("home")), "nobody");
    write(
        "dovecot.conf",
        """
        base_dir = FOLDER/run
        state_dir = FOLDER/state
        log_path = FOLDER/dovecot.log
        protocols = imap lmtp
        listen = 127.0.0.1
        ssl = required
        ssl_cert = <FOLDER/localhost.crt
        ssl_key = <FOLDER/localhost.key
        mail_location = maildir:~/Maildir
        first_valid_uid = 1
        recipient_delimiter = +
        hostname = mx.voorbeeldstad.example
        submission_host = 127.0.0.1:SMTP
        passdb {
          driver = passwd-file
          args = username_format=%u FOLDER/users
        }
        userdb {
          driver = passwd-file
          args = username_format=%u FOLDER/users
        }
        service imap-login {
          inet_listener imap {
            port = 0
          }
          inet_listener imaps {
            port = IMAPS
            ssl = yes
          }
        }
        service lmtp {
          unix_listener FOLDER/lmtp {
            mode = 0666
          }
        }
        """);
    if (answersByItself()) {
      Files.writeString(
          folder.resolve("dovecot.conf"),
          """
          protocol lmtp {
            mail_plugins = sieve
          }
          plugin {
            sieve = file:~/.dovecot.sieve
          }
          """,
          StandardOpenOption.APPEND);
    }
  }

  /** The border of both domains, and the hub's relay; nothing goes to any other machine. */
  private void border() throws IOException {
    Files.createDirectory(folder.resolve("postfix"));
    Files.createDirectory(folder.resolve("spool"));
    owned(Files.createDirectory(folder.resolve("data")), "postfix");
    write(
        "postfix/main.cf",
        """
        compatibility_level = 3.6
        queue_directory = FOLDER/spool
        data_directory = FOLDER/data
        maillog_file = FOLDER/postfix.log
        maillog_file_prefixes = FOLDER
        myhostname = mx.voorbeeldstad.example
        mydestination =
        mynetworks = 127.0.0.0/8
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        alias_maps =
        alias_database =
        local_recipient_maps =
        virtual_mailbox_domains = voorbeeldstad.example, elders.example
        virtual_transport = lmtp:unix:FOLDER/lmtp
        transport_maps = regexp:FOLDER/postfix/transport
        default_transport = discard:
        smtpd_relay_restrictions = permit_mynetworks, reject
        # As where somebody else's server is further on: accepted first, and then returned.
        smtpd_reject_unlisted_recipient = no
        smtpd_tls_security_level = may
        smtpd_tls_received_header = yes
        smtpd_tls_cert_file = FOLDER/localhost.crt
        smtpd_tls_key_file = FOLDER/localhost.key
        smtp_tls_security_level = may
        smtp_dns_support_level = disabled
        smtp_host_lookup = native
        """);
    write(
        "postfix/master.cf",
        """
        127.0.0.1:SMTP inet n - n - - smtpd
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        tlsmgr unix - - n 1000? 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        smtp unix - - n - - smtp
        lmtp unix - - n - - lmtp
        error unix - - n - - error
        retry unix - - n - - error
        discard unix - - n - - discard
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        proxymap unix - - n - - proxymap
        postlog unix-dgram n - n - 1 postlogd
        """);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(
        folder.resolve(name),
        text.replace("FOLDER", folder.toString())
            .replace("IMAPS", Integer.toString(imaps))
            .replace("SMTP", Integer.toString(smtp)));
  }

  private static void owned(Path path, String user) throws IOException {
    Files.setOwner(
        path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
  }

  private Process started(String name, String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".out").toFile())
        .start();
  }

  private static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Map<String, String> configuration() {
    String certificate = pem.certificate().toString();
    return Map.of(
        "relay.host",
        "localhost",
        "relay.port",
        Integer.toString(smtp),
        "relay.tls",
        "required",
        "relay.ca",
        certificate,
        "imap.vraag.host",
        "localhost",
        "imap.vraag.port",
        Integer.toString(imaps),
        "imap.vraag.ca",
        certificate);
  }

  @Override
  public void hubListensAt(int port) {
    // Read when the first mail comes, which is later.
    try {
      write(
          "postfix/transport",
          "/^retour\\+.*@voorbeeldstad\\.example$/ smtp:[127.0.0.1]:%d\n".formatted(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int smtpPort() {
    return smtp;
  }

  @Override
  public void leaves(String address) {
    addresses.remove(address);
    writeUsers();
    // It looks at its file once a second.
    Until.until("dovecot does not know " + address, () -> !knows(address));
  }

  private boolean knows(String address) {
    try {
      Process asked =
          started(
              "doveadm", DOVEADM, "-c", folder.resolve("dovecot.conf").toString(), "user", address);
      return asked.waitFor() != UNKNOWN;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void writeUsers() {
    try {
      write(
          "users",
          addresses.stream()
              .map(
                  address ->
                      "%s:{PLAIN}%s:%s:%s::FOLDER/home/%s::\n"
                          .formatted(address, PASSWORD, OWNER, OWNER, address))
              .collect(Collectors.joining()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on a mailbox answers by itself (Sieve's vacation, RFC 5230). */
  void isAway(String address, String text) {
    try {
      Path home = folder.resolve("home").resolve(address);
      if (!Files.exists(home)) {
        owned(Files.createDirectory(home), "nobody");
      }
      Path rules = home.resolve(".dovecot.sieve");
      Files.writeString(rules, "require [\"vacation\"];\nvacation \"%s\";\n".formatted(text));
      owned(rules, "nobody");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ReadByImap mailboxOf(String address) {
    return new ReadByImap("imaps", imaps, address, PASSWORD);
  }

  @Override
  public String said() {
    return Stream.of("postfix.out", "postfix.log", "dovecot.out", "dovecot.log")
        .map(folder::resolve)
        .filter(Files::exists)
        .map(DebianMail::read)
        .collect(Collectors.joining("\n--- ", "\n--- ", "\n"));
  }

  private static String read(Path log) {
    try {
      return log.getFileName() + "\n" + Files.readString(log, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    end();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private void end() {
    try {
      List<ProcessHandle> all =
          Stream.of(postfix, dovecot)
              .filter(Objects::nonNull)
              .flatMap(one -> Stream.concat(Stream.of(one.toHandle()), one.descendants()))
              .toList();
      if (postfix != null) {
        // Its master has a session of its own, and stops all that it started.
        started("stop", POSTFIX, "-c", folder.resolve("postfix").toString(), "stop")
            .waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        postfix.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
      }
      if (dovecot != null) {
        dovecot.destroy();
        dovecot.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
      }
      all.forEach(ProcessHandle::destroyForcibly);
      Until.until("all of it ended", () -> all.stream().noneMatch(DebianMail::runs));
      removeFolder();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What ended and was not asked about yet has no command any more. */
  private static boolean runs(ProcessHandle one) {
    return one.isAlive() && one.info().command().isPresent();
  }

  private void removeFolder() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
