package nl.aanspreekpunt.inbox.email;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TSIG;

/**
 * What DNS is asked for one mail: so many questions, until a moment. Whoever wrote the mail chooses
 * the names and how slowly they are answered; beyond that it is as if DNS were away.
 */
final class Questions implements Resolver {
  private final Resolver resolver;
  private final AtomicInteger left;
  private final long until;

  /**
   * @param until nanoseconds of this machine's clock
   */
  Questions(Resolver resolver, int most, long until) {
    this.resolver = resolver;
    this.left = new AtomicInteger(most);
    this.until = until;
  }

  private boolean ended() {
    return System.nanoTime() - until > 0 || left.decrementAndGet() < 0;
  }

  private static IOException enough() {
    return new IOException("enough was asked for one mail");
  }

  @Override
  public Message send(Message question) throws IOException {
    if (ended()) {
      throw enough();
    }
    return resolver.send(question);
  }

  @Override
  public CompletionStage<Message> sendAsync(Message question) {
    return ended() ? CompletableFuture.failedFuture(enough()) : resolver.sendAsync(question);
  }

  @Override
  public CompletionStage<Message> sendAsync(Message question, Executor executor) {
    return ended()
        ? CompletableFuture.failedFuture(enough())
        : resolver.sendAsync(question, executor);
  }

  @Override
  public Duration getTimeout() {
    return resolver.getTimeout();
  }

  // The one that is asked is set up once, for all mails.

  @Override
  public void setPort(int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setTCP(boolean flag) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setIgnoreTruncation(boolean flag) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setEDNS(int version, int payloadSize, int flags, List<EDNSOption> options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setTSIGKey(TSIG key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setTimeout(Duration timeout) {
    throw new UnsupportedOperationException();
  }
}
