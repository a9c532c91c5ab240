package nl.aanspreekpunt.routing.learned;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A model that was trained on four of five examples, and how it and the keyword rules did on the
 * fifth, which neither had seen.
 *
 * @param examples it was trained on so many
 * @param topics that it knows
 * @param heldOut so many were kept apart
 * @param learnedRight of those the model found the topic of so many
 * @param keywordsRight and the keyword rules of so many
 */
record Measured(
    TopicModel model, int examples, int topics, int heldOut, int learnedRight, int keywordsRight) {
  private static final String SEED = "held-out-1 ";
  private static final int ONE_OF = 5;

  /** With fewer nothing is measured. */
  static final int LEAST_HELD_OUT = 20;

  /**
   * Takes a while: not on an event loop. Empty when there are too few examples, or of one topic.
   *
   * @param keywords topic id by the keyword rules
   */
  static Optional<Measured> of(
      List<Example> examples, Function<String, Optional<String>> keywords) {
    Map<Boolean, List<Example>> split =
        examples.stream().collect(Collectors.partitioningBy(Measured::isHeldOut));
    List<Example> apart = split.get(true);
    List<Example> learnt = split.get(false);
    long topics = learnt.stream().map(Example::topic).distinct().count();
    if (apart.size() < LEAST_HELD_OUT || topics < 2) {
      return Optional.empty();
    }
    TopicModel model = TopicModel.train(learnt);
    return Optional.of(
        new Measured(
            model,
            learnt.size(),
            (int) topics,
            apart.size(),
            right(apart, text -> model.guess(text).map(TopicModel.Guess::topic)),
            right(apart, keywords)));
  }

  /** By its id, so that what was held out once is never learned from. */
  private static boolean isHeldOut(Example one) {
    CRC32 hash = new CRC32();
    hash.update((SEED + one.id()).getBytes(StandardCharsets.UTF_8));
    return hash.getValue() % ONE_OF == 0;
  }

  private static int right(List<Example> apart, Function<String, Optional<String>> guess) {
    return (int)
        apart.stream()
            .filter(one -> guess.apply(one.text()).filter(one.topic()::equals).isPresent())
            .count();
  }
}
