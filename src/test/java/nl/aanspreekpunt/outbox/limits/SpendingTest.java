package nl.aanspreekpunt.outbox.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What may be spent in a day is never more, however many nodes send at once. */
class SpendingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private final Vertx vertx = Vertx.vertx();
  private final TestStore own = TestStore.open(vertx);
  private final Spending one = Spending.in(own.store());
  private final Spending other = Spending.in(own.store());

  @AfterEach
  void close() {
    own.close();
    TestStore.await(vertx.close());
  }

  @Test
  void manyAtOnceTakeNoMoreThanThereIs() {
    List<Future<Optional<Long>>> taking = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      taking.add((i % 2 == 0 ? one : other).take(DAY, 3, 100));
    }
    List<Optional<Long>> taken = taking.stream().map(TestStore::await).toList();

    assertThat(taken).filteredOn(Optional::isPresent).hasSize(33);
    assertThat(TestStore.await(one.taken(DAY))).isEqualTo(99);
    assertThat(TestStore.await(other.take(DAY, 1, 100))).contains(100L);
    assertThat(TestStore.await(one.take(DAY, 1, 100))).isEmpty();
  }

  @Test
  void whatDidNotGoIsGivenBackAndAnotherDayHasItsOwn() {
    assertThat(TestStore.await(one.take(DAY, 7, 10))).contains(7L);
    assertThat(TestStore.await(one.take(DAY, 7, 10))).isEmpty();
    assertThat(TestStore.await(one.take(DAY.plusDays(1), 7, 10))).contains(7L);
    TestStore.await(one.giveBack(DAY, 7));

    assertThat(TestStore.await(other.take(DAY, 7, 10))).contains(7L);
  }

  @Test
  void oneThatIsMoreThanADayMayBeNeverGoes() {
    assertThat(TestStore.await(one.take(DAY, 11, 10))).isEmpty();
    assertThat(TestStore.await(one.taken(DAY))).isZero();
  }
}
