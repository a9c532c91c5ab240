package nl.aanspreekpunt.official.portrait;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Profile;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

/**
 * Photos that people put there themselves, in the database; those in use are in memory (some 20 kB
 * each) on every node, so that a letter can be written without waiting for one.
 */
public final class OwnPortraits {
  private static final int NAME = 32;
  private final Table<Stored> stored;
  private final WorkerExecutor drawing;
  private final Map<String, byte[]> known = new ConcurrentHashMap<>();

  /**
   * @param id the file's name
   */
  public record Stored(String id, byte[] jpeg) {}

  public OwnPortraits(Vertx vertx, Store store) {
    stored = store.journaled("portraits", Stored.class);
    drawing = vertx.createSharedWorkerExecutor("portraits", 1, 20, TimeUnit.SECONDS);
  }

  /** Its name, once it is drawn and kept; empty when it cannot be shown. */
  public Future<Optional<String>> keep(String official, byte[] photo) {
    return drawing
        .executeBlocking(() -> PortraitImage.of(photo))
        .compose(
            drawn ->
                drawn
                    .map(jpeg -> stored(name(official, jpeg), jpeg).map(Optional::of))
                    .orElse(Future.succeededFuture(Optional.empty())));
  }

  private Future<String> stored(String name, byte[] jpeg) {
    return stored
        .insert(new Stored(name, jpeg))
        .map(
            kept -> {
              known.put(name, jpeg);
              return name;
            });
  }

  /** Not to be guessed from who it is, and another for another photo: browsers keep them long. */
  private static String name(String official, byte[] jpeg) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(official.getBytes(StandardCharsets.UTF_8));
      String hash = HexFormat.of().formatHex(digest.digest(jpeg));
      return Profile.OWN + hash.substring(0, NAME) + ".jpg";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From memory: empty for a moment after another node took it in. */
  public Optional<byte[]> known(String name) {
    return Optional.ofNullable(known.get(name));
  }

  public Future<Optional<byte[]>> find(String name) {
    return known.containsKey(name)
        ? Future.succeededFuture(known(name))
        : stored
            .find(name)
            .map(
                found -> {
                  found.ifPresent(one -> known.put(name, one.jpeg()));
                  return found.map(Stored::jpeg);
                });
  }

  /** Nobody shows it any more. */
  public Future<Void> forget(String name) {
    known.remove(name);
    return stored.delete(name).mapEmpty();
  }

  /** Takes into memory what the directory shows, and lets go what it does not. */
  public Future<Void> follow(Directory directory) {
    Set<String> shown =
        directory.officials().stream()
            .map(Official::portrait)
            .filter(file -> file != null && file.startsWith(Profile.OWN))
            .collect(Collectors.toSet());
    known.keySet().retainAll(shown);
    List<Future<Optional<byte[]>>> each =
        shown.stream().filter(file -> !known.containsKey(file)).map(this::find).toList();
    return Future.all(each).mapEmpty();
  }
}
