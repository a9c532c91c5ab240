package nl.aanspreekpunt.store.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStoreException;

/**
 * The database for trials and small towns, in the hub's own process: mongo-java-server, made safe
 * for what it is told to keep. One file, one process, no replica.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final String FILE = "store.mv";

  /** One more than the driver's connections, for its monitor: a command may wait for the disk. */
  private static final int THREADS = 33;

  private final Backend backend;
  private final MongoServer server;
  private final String uri;

  private EmbeddedDatabase(Backend backend, MongoServer server, String uri) {
    this.backend = backend;
    this.server = server;
    this.uri = uri;
  }

  /**
   * Opens or creates the database in this directory, on a free port of the loopback address.
   *
   * @throws IOException with one line for people: in use by another hub, unreadable, no permission
   */
  public static EmbeddedDatabase open(Path folder) throws IOException {
    StoreFile file = file(folder);
    String name = name(file);
    Backend backend = new Backend(name, file.store(), new Journal(file));
    MongoServer server = new MongoServer(backend);
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server.bind(any, 1, THREADS);
    int port = server.getLocalAddress().getPort();
    return new EmbeddedDatabase(backend, server, "mongodb://127.0.0.1:" + port + "/" + name);
  }

  private static StoreFile file(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      createForOwnerOnly(file);
      return StoreFile.open(file);
    } catch (MVStoreException e) {
      throw new IOException(
          e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
              ? "data.dir: " + folder + " is in use by another hub; stop it or choose another"
              : "data.dir: " + file + " cannot be read; restore it from a backup",
          e);
    } catch (IOException e) {
      throw new IOException("data.dir: " + folder + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static void createForOwnerOnly(Path file) throws IOException {
    try {
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        var owner = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
        nameOnDisk(file);
      } else {
        Files.createFile(file);
      }
    } catch (FileAlreadyExistsException e) {
      return;
    }
  }

  /** A new file is lost with the machine until its directory is on disk too. */
  private static void nameOnDisk(Path file) throws IOException {
    try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent())) {
      directory.force(true);
    }
  }

  /** The port asks for no password, so the database's name is one: random, kept in the file. */
  private static String name(StoreFile file) {
    MVMap<String, String> facts = file.store().openMap("facts");
    String name = facts.get("name");
    if (name == null) {
      byte[] random = new byte[16];
      new SecureRandom().nextBytes(random);
      name = "hub_" + HexFormat.of().formatHex(random);
      facts.put("name", name);
      file.commit();
      file.sync();
    }
    return name;
  }

  /** Connection string, with the database's name: a secret. */
  public String uri() {
    return uri;
  }

  /** Documents read so far, to tell a scan from the use of an index. */
  long looked() {
    return backend.looked();
  }

  /** Puts what was written on disk and lets the file go. */
  @Override
  public void close() {
    server.shutdownNow();
  }
}
