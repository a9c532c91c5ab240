package nl.aanspreekpunt.casework;

import java.time.Instant;
import nl.aanspreekpunt.official.Topic;

/**
 * What a case is filed under.
 *
 * @param topic null when unknown
 * @param correctedAt when a named person last said it is another topic; null: nobody did
 */
record Filed(String topic, boolean confidential, Instant correctedAt) {
  static Filed as(Case one) {
    return new Filed(one.topic(), one.confidential(), one.correctedAt());
  }

  /** Where the directory has it go. */
  Filed in(Place there) {
    return new Filed(there.topic(), there.confidential(), correctedAt);
  }

  static Filed under(Topic topic, Instant now) {
    return new Filed(topic.id(), topic.confidential(), now);
  }
}
