package nl.aanspreekpunt.inbox.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.inbox.StoredFile.Verdict;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.store.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scanner asked over a real socket: Debian's own clamd where it is there, else a double. */
class ClamAvTest {
  private static final Path CLAMD = Path.of("/usr/sbin/clamd");
  private static final Vertx VERTX = Vertx.vertx();
  private static final Duration LONG = Duration.ofSeconds(20);

  @AfterAll
  static void close() {
    TestStore.await(VERTX.close());
  }

  private static Scanner.Said scan(SocketAddress address, Duration patience, byte[]... pieces) {
    return TestStore.await(
        new ClamAv(VERTX, address, patience)
            .scan(
                taking -> {
                  Future<Void> taken = Future.succeededFuture();
                  for (byte[] piece : pieces) {
                    taken = taken.compose(one -> taking.apply(Buffer.buffer(piece)));
                  }
                  return taken;
                }));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static SocketAddress at(int port) {
    return SocketAddress.inetSocketAddress(port, "127.0.0.1");
  }

  @Test
  void theClamdOfDebianFindsTheTestFileByTcpAndBySocketAndLetsTheRestThrough(@TempDir Path folder)
      throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(CLAMD), "clamav-daemon is not installed");
    int port = free();
    Path socket = folder.resolve("s");
    Files.writeString(
        folder.resolve("eicar.hdb"), "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n");
    Path configuration =
        Files.write(
            folder.resolve("clamd.conf"),
            List.of(
                "Foreground yes",
                "DatabaseDirectory " + folder,
                "LocalSocket " + socket,
                "TCPSocket " + port,
                "TCPAddr 127.0.0.1",
                "StreamMaxLength 1M"));
    Process clamd =
        new ProcessBuilder(CLAMD.toString(), "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    try {
      Until.until("clamd listens", () -> listens(port));
      for (SocketAddress address : List.of(at(port), ClamAv.address("" + socket).orElseThrow())) {
        assertThat(scan(address, LONG, bytes("De lamp "), bytes("is stuk.")))
            .isEqualTo(new Scanner.Said(Verdict.CLEAN, null));
        String eicar = ScannerDouble.EICAR;
        Scanner.Said said =
            scan(address, LONG, bytes(eicar.substring(0, 20)), bytes(eicar.substring(20)));
        assertThat(said.verdict()).isEqualTo(Verdict.FOUND);
        assertThat(said.signature()).startsWith("Eicar-Test-Signature");
        byte[] large = new byte[255 * 1024];
        Arrays.fill(large, (byte) 'x');
        assertThat(scan(address, LONG, large, large, large, large, large, large).verdict())
            .isEqualTo(Verdict.TOO_LARGE);
        assertThat(scan(address, LONG)).isEqualTo(new Scanner.Said(Verdict.CLEAN, null));
      }
    } finally {
      clamd.destroy();
      clamd.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  @Test
  void whatItFindsIsToldByName() {
    try (ScannerDouble clamd = new ScannerDouble()) {
      assertThat(scan(at(clamd.port()), LONG, bytes("x" + ScannerDouble.EICAR)))
          .isEqualTo(new Scanner.Said(Verdict.FOUND, "Win.Test.EICAR_HDB-1"));
      assertThat(scan(at(clamd.port()), LONG, bytes("De "), bytes("lamp")))
          .isEqualTo(new Scanner.Said(Verdict.CLEAN, null));
      assertThat(clamd.asked.get(1)).isEqualTo(bytes("De lamp"));
    }
  }

  @Test
  void moreThanItTakesIsTooLargeAlsoWhenItSaysSoBeforeAllWasSent() {
    try (ScannerDouble clamd = new ScannerDouble()) {
      clamd.mood = ScannerDouble.Mood.TOO_LARGE;
      byte[][] pieces = new byte[40][255 * 1024];
      assertThat(scan(at(clamd.port()), LONG, pieces).verdict()).isEqualTo(Verdict.TOO_LARGE);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ScannerDouble.Mood.class,
      names = {"SILENT", "CUTS_OFF", "NONSENSE"})
  void whatIsNoAnswerIsNone(ScannerDouble.Mood mood) {
    try (ScannerDouble clamd = new ScannerDouble()) {
      clamd.mood = mood;
      assertThatThrownBy(() -> scan(at(clamd.port()), Duration.ofMillis(300), bytes("De lamp")))
          .isInstanceOf(Scanner.Away.class);
    }
  }

  @Test
  void whoIsNotThereGivesNoAnswer() throws IOException {
    int nobody = free();
    assertThatThrownBy(() -> scan(at(nobody), LONG, bytes("De lamp")))
        .isInstanceOf(Scanner.Away.class);
    SocketAddress none = ClamAv.address("/nowhere/clamd.ctl").orElseThrow();
    assertThatThrownBy(() -> scan(none, LONG, bytes("De lamp"))).isInstanceOf(Scanner.Away.class);
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1:3310,127.0.0.1", "clamav:3310,clamav", "[::1]:3310,::1"})
  void anAddressIsAHostWithAPort(String text, String host) {
    SocketAddress address = ClamAv.address(text).orElseThrow();
    assertThat(address.host()).isEqualTo(host);
    assertThat(address.port()).isEqualTo(3310);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clamav", "clamav:", ":3310", "clamav:99999", "clamav:0", "a b:1", ""})
  void anythingElseIsNone(String text) {
    assertThat(ClamAv.address(text)).isEmpty();
  }
}
