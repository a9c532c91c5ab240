package nl.aanspreekpunt.outbox;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/**
 * The last part of a letter, its picture, as a stream. The mail client asks for it after the relay
 * accepted DATA and everything before it was written, so asking for it is the moment to know two
 * things: whether the claim still stands just before the last command (content without its end is
 * thrown away by the relay, RFC 5321, section 4.1.1.4), and, when it fails later, that the relay
 * may have had all of it.
 */
final class Content implements ReadStream<Buffer> {
  private final Portraits.Picture picture;
  private final LastCommand end;
  private Handler<Buffer> handler;
  private Handler<Throwable> failed;
  private Handler<Void> ended;
  private boolean wanted = true;
  private boolean asked;

  Content(Portraits.Picture picture, LastCommand end) {
    this.picture = picture;
    this.end = end;
  }

  String type() {
    return picture.type();
  }

  int size() {
    return picture.bytes().length();
  }

  @Override
  public Content handler(Handler<Buffer> handler) {
    this.handler = handler;
    give();
    return this;
  }

  @Override
  public Content pause() {
    wanted = false;
    return this;
  }

  @Override
  public Content resume() {
    return fetch(Long.MAX_VALUE);
  }

  @Override
  public Content fetch(long amount) {
    wanted = true;
    give();
    return this;
  }

  @Override
  public Content exceptionHandler(Handler<Throwable> handler) {
    this.failed = handler;
    return this;
  }

  @Override
  public Content endHandler(Handler<Void> handler) {
    this.ended = handler;
    return this;
  }

  private void give() {
    if (!wanted || handler == null || asked) {
      return;
    }
    asked = true;
    if (end.give()) {
      handler.handle(picture.bytes());
      if (ended != null) {
        ended.handle(null);
      }
    } else if (failed != null) {
      failed.handle(new IllegalStateException("the claim ran out before the end of the letter"));
    }
  }
}
