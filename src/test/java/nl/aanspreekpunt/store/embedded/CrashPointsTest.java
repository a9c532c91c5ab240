package nl.aanspreekpunt.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.aanspreekpunt.store.embedded.RecordedFile.Act;
import org.h2.mvstore.MVMap;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The embedded database's file is left by a crash at each point of its writing: it opens, with all
 * that was acknowledged and nothing half. Space is used again at once meanwhile, and sparse chunks
 * are written anew, which is when there is most to go wrong.
 */
class CrashPointsTest {
  private static final int GENERATIONS = 4;
  private static final int COMMITS = 40;
  private static final int DOCUMENTS = 200;
  private static final String LAST = "last";

  /** How, and how many of the states that may be left at one point are tried. */
  private enum Crash {
    KILLED(1),
    UNPLUGGED(3);

    private final int tries;

    Crash(int tries) {
      this.tries = tries;
    }
  }

  @TempDir Path folder;
  private Random random;

  @BeforeAll
  static void register() {
    FilePath.register(new RecordedFile());
  }

  @ParameterizedTest
  @EnumSource(Crash.class)
  void whatWasAcknowledgedIsThereWholeWhateverTheMomentOfTheCrash(Crash crash) throws Exception {
    random = new Random(20260908 + crash.ordinal());
    byte[] start = new byte[0];
    int acknowledged = 0;
    for (int generation = 0; generation < GENERATIONS; generation++) {
      Path file = folder.resolve("work-" + generation);
      Files.write(file, start);
      List<Act> acts = RecordedFile.acts(file.toString());
      work(file, acts, acknowledged);
      RecordedFile.forget(file.toString());
      byte[] left = crashEach(acts, start, acknowledged, crash);
      acknowledged = last(left);
      start = left;
    }
    assertThat(start).as("what is no longer needed is written over").hasSizeLessThan(1_000_000);
  }

  private void work(Path file, List<Act> acts, int before) {
    // Closing writes it all and sets a mark that no crash leaves: so it is dropped as it is.
    StoreFile store = StoreFile.open(RecordedFile.SCHEME + ":" + file);
    MVMap<String, byte[]> documents = store.store().openMap("documents");
    MVMap<String, byte[]> others = store.store().openMap("others");
    for (int number = before + 1; number <= before + COMMITS; number++) {
      int changes = 1 + random.nextInt(number % 20 == 7 ? 60 : 6);
      for (int i = 0; i < changes; i++) {
        documents.put("d" + random.nextInt(DOCUMENTS), value());
      }
      others.put("n" + number % 50, value());
      others.remove("n" + random.nextInt(50));
      documents.put(LAST, ByteBuffer.allocate(4).putInt(number).array());
      others.put(LAST, ByteBuffer.allocate(4).putInt(number).array());
      store.commit();
      store.sync();
      acts.add(new RecordedFile.Acknowledge(number));
      if (store.sparse() && store.compact()) {
        store.sync();
      }
    }
    store.store().closeImmediately();
  }

  private byte[] value() {
    byte[] value = new byte[100 + random.nextInt(600)];
    random.nextBytes(value);
    return ByteBuffer.wrap(value).putInt(sum(value)).array();
  }

  private static int sum(byte[] value) {
    return Arrays.hashCode(Arrays.copyOfRange(value, 4, value.length));
  }

  /** What one of the crashes left, for the next generation to go on with. */
  private byte[] crashEach(List<Act> acts, byte[] start, int before, Crash crash) throws Exception {
    RecordedFile.Image image = new RecordedFile.Image(start);
    int acknowledged = before;
    byte[] left = null;
    for (Act act : acts) {
      if (act instanceof RecordedFile.Acknowledge done) {
        acknowledged = done.number();
      }
      for (int i = 0; i < crash.tries && acknowledged > before; i++) {
        left = crash == Crash.KILLED ? image.killed(act, random) : image.unplugged(random);
        holds(left, acknowledged);
      }
      image.apply(act);
    }
    return left;
  }

  private void holds(byte[] crashed, int acknowledged) throws Exception {
    Path file = folder.resolve("crashed");
    Files.write(file, crashed);
    StoreFile store = StoreFile.open(file.toString());
    MVMap<String, byte[]> documents = store.store().openMap("documents");
    MVMap<String, byte[]> others = store.store().openMap("others");
    int number = ByteBuffer.wrap(documents.get(LAST)).getInt();
    assertThat(number).isBetween(acknowledged, acknowledged + 1);
    assertThat(ByteBuffer.wrap(others.get(LAST)).getInt()).isEqualTo(number);
    assertThat(documents.entrySet()).allMatch(CrashPointsTest::whole);
    assertThat(others.entrySet()).allMatch(CrashPointsTest::whole);
    store.store().closeImmediately();
  }

  private static boolean whole(Map.Entry<String, byte[]> entry) {
    ByteBuffer value = ByteBuffer.wrap(entry.getValue());
    return entry.getKey().equals(LAST) || value.getInt() == sum(entry.getValue());
  }

  private int last(byte[] left) throws Exception {
    Path file = folder.resolve("last");
    Files.write(file, left);
    try (StoreFile store = StoreFile.open(file.toString())) {
      return ByteBuffer.wrap(store.store().<String, byte[]>openMap("documents").get(LAST)).getInt();
    }
  }
}
