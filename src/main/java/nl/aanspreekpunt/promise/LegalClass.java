package nl.aanspreekpunt.promise;

/** What kind of message it is to the law, which says how long some of them may take. */
public enum LegalClass {
  QUESTION,
  CALLBACK,
  /** Complaint about the municipality: Algemene wet bestuursrecht, chapter 9 (9:11: 6 weeks). */
  COMPLAINT,
  /** Formal message: asks for a decision (Algemene wet bestuursrecht, title 4.1; 4:13: 8 weeks). */
  FORMAL
}
