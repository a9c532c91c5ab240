package nl.aanspreekpunt.routing.learned;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** A maximum entropy model of Apache OpenNLP that tells topics by their words. Immutable. */
final class TopicModel {
  private static final int ROUNDS = 100;

  /** Below it a guess is none. */
  static final double LEAST_CERTAIN = 0.6;

  private final DoccatModel model;

  private TopicModel(DoccatModel model) {
    this.model = model;
  }

  /** A topic, and how certain the model is: 0 to 1. */
  record Guess(String topic, double certainty) {}

  /** Takes a while: not on an event loop. Of two topics at least. */
  static TopicModel train(List<Example> examples) {
    Set<String> shared = TopicWords.shared(examples);
    List<DocumentSample> samples =
        examples.stream()
            .map(
                one ->
                    new DocumentSample(
                        one.topic(),
                        Stream.of(TopicWords.of(one.text()))
                            .filter(shared::contains)
                            .toArray(String[]::new)))
            .filter(sample -> sample.getText().length > 0)
            .toList();
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ROUNDS);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
    try {
      return new TopicModel(
          DocumentCategorizerME.train(
              "nl",
              ObjectStreamUtils.createObjectStream(samples),
              parameters,
              new DoccatFactory()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TopicModel read(byte[] content) {
    try {
      return new TopicModel(new DoccatModel(new ByteArrayInputStream(content)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] written() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      model.serialize(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Empty when it is not certain enough. */
  Optional<Guess> guess(String text) {
    DocumentCategorizerME categorizer = new DocumentCategorizerME(model);
    double[] certainties = categorizer.categorize(TopicWords.of(text));
    String topic = categorizer.getBestCategory(certainties);
    double certainty = certainties[categorizer.getIndex(topic)];
    return certainty < LEAST_CERTAIN ? Optional.empty() : Optional.of(new Guess(topic, certainty));
  }
}
