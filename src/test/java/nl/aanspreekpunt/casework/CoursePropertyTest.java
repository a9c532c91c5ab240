package nl.aanspreekpunt.casework;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.aanspreekpunt.casework.Course.Happening;
import nl.aanspreekpunt.citizen.Address;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to a case, in whatever order: only a reply, a conversation, a decision or a
 * withdrawal ends a promise, no due time moves, and the citizen hears of each change of who or by
 * when, or the case says why not.
 */
class CoursePropertyTest {
  private static final Address MOBILE = new Address(Address.Kind.PHONE, "+31612345678");

  @Provide
  Arbitrary<List<Happening>> courses() {
    return Arbitraries.of(Happening.class).list().ofMaxSize(30);
  }

  /** By mail, on a mobile phone, by who can only be called, and by who cannot be told at all. */
  @Provide
  Arbitrary<Address> citizens() {
    return Arbitraries.of(Town.JAN, Town.JAN, MOBILE, Town.LANDLINE).injectNull(0.2);
  }

  /** An answer that did not arrive leaves two to give: both stand still, and both go on. */
  @Test
  void ofTwoAnswersThatGoOnTheCitizenHearsByWhenEachComes() {
    for (int choice = 0; choice < 64; choice++) {
      Course one = new Course(Town.JAN);
      one.happens(Happening.ANSWERED, 0);
      one.happens(Happening.WRITES, 0);
      one.happens(Happening.FAILED, choice % 4);
      one.happens(Happening.ASKED, choice / 4 % 4);
      one.happens(Happening.ASKS_FOR_A_CALL, choice / 16);
    }
  }

  /** The fourth letter of a day gets no acknowledgement; that somebody else acts is told. */
  @Test
  void whoActsIsToldHoweverOftenTheCitizenWroteToday() {
    Course one = new Course(Town.JAN);
    one.happens(Happening.WRITES, 0);
    one.happens(Happening.WRITES, 0);
    one.happens(Happening.AWAY, 0);
    one.happens(Happening.HANDED_OVER, 1);
    one.happens(Happening.HANDED_OVER, 0);
    one.happens(Happening.WRITES, 0);
  }

  /** The seed is fixed, so that a build fails because of what changed. */
  @Property(tries = 2_000, seed = "75")
  void onlyAPersonEndsAPromiseNoDueTimeMovesAndTheCitizenHearsWhoAndByWhen(
      @ForAll("citizens") Address citizen,
      @ForAll("courses") List<Happening> course,
      @ForAll @Size(30) List<@IntRange(max = 4000) Integer> choices) {
    Course one = new Course(citizen);
    for (int i = 0; i < course.size(); i++) {
      one.happens(course.get(i), choices.get(i));
    }
  }
}
