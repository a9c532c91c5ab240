package nl.aanspreekpunt.promise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kind of message it is to the law, which says how long some of them may take. */
public enum LegalClass {
  QUESTION,
  CALLBACK,
  /** Complaint about the municipality: Algemene wet bestuursrecht, chapter 9 (9:11: 6 weeks). */
  COMPLAINT,
  /** Formal message: asks for a decision (Algemene wet bestuursrecht, title 4.1; 4:13: 8 weeks). */
  FORMAL;

  /** What a citizen, or a system that speaks for one, may say that a message is. */
  public static final List<String> SAID = List.of("question", "complaint", "formal");

  /** Empty for what is none of {@link #SAID}, null among it. */
  public static Optional<LegalClass> said(String words) {
    return words != null && SAID.contains(words)
        ? Optional.of(valueOf(words.toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** The law says by when it is to be decided. */
  public boolean decided() {
    return this == COMPLAINT || this == FORMAL;
  }
}
