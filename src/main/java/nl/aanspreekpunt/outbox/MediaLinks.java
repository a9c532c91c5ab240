package nl.aanspreekpunt.outbox;

/** Where a provider fetches the file that goes with a message: for a short time. */
@FunctionalInterface
public interface MediaLinks {
  /** No message has any. */
  MediaLinks NONE = entry -> null;

  /** Null when nothing goes with it. */
  String of(Outgoing entry);
}
