package nl.aanspreekpunt.routing.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Voorbeeldstad;
import org.junit.jupiter.api.Test;

/** With a model that is really trained. */
class MeasuredTest {
  private static final Directory DIRECTORY = Voorbeeldstad.directory();

  private static Optional<String> keywords(String text) {
    return DIRECTORY.topicIn(text).map(match -> match.topic().id());
  }

  private static Measured measured() {
    return Measured.of(Sentences.some(240), MeasuredTest::keywords).orElseThrow();
  }

  @Test
  void aModelIsMeasuredBesideTheKeywordRulesOnQuestionsNeitherHasSeen() {
    Measured measured = measured();
    assertThat(measured.topics()).isEqualTo(3);
    assertThat(measured.heldOut()).isBetween(30, 70);
    assertThat(measured.examples() + measured.heldOut()).isEqualTo(240);
    assertThat(measured.learnedRight()).isGreaterThan(measured.keywordsRight());
    assertThat(measured.learnedRight()).isGreaterThan(measured.heldOut() * 8 / 10);
  }

  @Test
  void phrasesThatItNeverSawAreToldByTheirWordsAndWhatSaysNothingIsNotGuessed() {
    TopicModel model = measured().model();
    assertThat(model.guess("Al twee weken staan er zakken naast de volle bak in onze straat"))
        .map(TopicModel.Guess::topic)
        .contains("afval");
    assertThat(model.guess("Een bekeuring op de auto van mijn zus, klopt dat?"))
        .map(TopicModel.Guess::topic)
        .contains("parkeren");
    assertThat(model.guess("Lorem ipsum dolor")).isEmpty();
  }

  @Test
  void theSameQuestionsAreHeldOutEachTimeAndTheModelIsTheSame() {
    Measured first = measured();
    Measured again = measured();
    assertThat(again.heldOut()).isEqualTo(first.heldOut());
    assertThat(again.learnedRight()).isEqualTo(first.learnedRight());
    assertThat(TopicModel.read(first.model().written()).guess("De bak zit vol zakken"))
        .isEqualTo(first.model().guess("De bak zit vol zakken"));
  }

  @Test
  void wordsOfFewerThanThreePeopleAndNumbersAreNotInTheModel() {
    List<Example> all = new ArrayList<>(Sentences.some(60));
    all.add(new Example("x1", "z", "Mevrouw Zonderland, 0612345678, de bak zit vol", "afval"));
    all.add(new Example("x2", "z", "Zonderland weer: de bak zit vol", "afval"));
    all.add(new Example("x3", "z", "Zonderland nog eens: de bak zit vol", "afval"));
    all.add(new Example("x4", "other", "Zonderland is vol", "afval"));
    assertThat(TopicWords.shared(all)).contains("bak", "auto").doesNotContain("zonderland");
    assertThat(TopicWords.of("Bel 06-12345678 of één tegel"))
        .containsExactly("bel", "een", "tegel");
  }

  @Test
  void tooFewQuestionsOrOneTopicAreNotMeasured() {
    assertThat(Measured.of(Sentences.some(30), MeasuredTest::keywords)).isEmpty();
    List<Example> one =
        Sentences.some(300).stream().filter(any -> any.topic().equals("afval")).toList();
    assertThat(Measured.of(one, MeasuredTest::keywords)).isEmpty();
  }
}
