package nl.aanspreekpunt.outbox;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import nl.aanspreekpunt.store.SetAsides;
import org.junit.jupiter.api.Test;

/** What can never be sent keeps nothing else from being sent. */
class NoneWaitsForAnotherTest extends Dispatching {
  /** More than the dispatcher reads at once. */
  private static final int MANY = 150;

  /** Stored fields of an entry, for what nobody should have written there. */
  public record Raw(String id) {}

  @Test
  void entriesThatCannotBeReadDelayNone() {
    for (int n = 0; n < MANY; n++) {
      add(email("broken" + n, "b" + n));
      await(
          store()
              .table("outbox", Raw.class)
              .set(prefix + "broken" + n, exists("_id"), set("state", "NONSENSE")));
    }
    add(later(email("good", "good"), 1));
    time.forward(Duration.ofSeconds(2));

    tick();
    tick();

    assertThat(tried).containsExactly("good");
    assertThat(await(SetAsides.in(store()).list(time.instant(), 1_000)))
        .filteredOn(one -> one.reference().startsWith(prefix + "broken"))
        .hasSize(MANY);
  }

  @Test
  void anEntryThatMakesItsSenderThrowIsSetAsideAndTriedAgain() {
    Dispatcher throwing = dispatcher("node-2", entry -> Future.succeededFuture(), new Throwing());
    add(email("bad", "bad"), later(email("good", "good"), 1));
    time.forward(Duration.ofSeconds(2));

    await(throwing.tick());

    assertThat(find("good").state()).isEqualTo(Outgoing.State.SENT);
    assertThat(find("bad").state()).isEqualTo(Outgoing.State.WAITING);
    assertThat(find("bad").nextTry()).isEqualTo(time.instant().plusSeconds(5));
    time.forward(Duration.ofSeconds(6));
    await(throwing.tick());
    assertThat(find("bad").nextTry()).isEqualTo(time.instant().plusSeconds(10));
  }

  /** Cannot even say what it would send of one. */
  private final class Throwing implements Sending {
    @Override
    public String written(Outgoing entry) {
      if (entry.id().equals(prefix + "bad")) {
        throw new IllegalStateException("nothing can be made of this");
      }
      return null;
    }

    @Override
    public Future<Delivery> send(Outgoing entry, boolean again, BooleanSupplier lease) {
      return Future.succeededFuture(Delivery.sent("ref"));
    }
  }
}
