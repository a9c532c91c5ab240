package nl.aanspreekpunt.inbox.files;

import io.vertx.core.Future;
import java.util.Set;
import java.util.function.Function;
import nl.aanspreekpunt.inbox.FileSources;
import nl.aanspreekpunt.inbox.Receipt;

/**
 * Files of what was stored as a mail are in it; those of anything else are where its provider has
 * them.
 */
public record FilesByWire(FileSources mails, FileSources provider) implements FileSources {
  private FileSources of(Receipt receipt) {
    return receipt.channel().texting() ? provider : mails;
  }

  @Override
  public Future<Void> each(Receipt receipt, Function<Source, Future<Void>> use) {
    return of(receipt).each(receipt, use);
  }

  @Override
  public boolean lets(Receipt receipt) {
    return of(receipt).lets(receipt);
  }

  @Override
  public Future<Void> kept(Receipt receipt, Set<Integer> parts) {
    return of(receipt).kept(receipt, parts);
  }
}
