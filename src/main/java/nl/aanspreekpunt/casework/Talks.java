package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Talks with the citizen of a case: what tells that one is due, those to come, and what to be
 * careful of on a visit. Bounded: see {@link #MOST}.
 *
 * @param planned those to come
 * @param cautions what to be careful of on a visit, oldest first; never for the citizen
 * @param written messages of the citizen since they were last spoken with
 * @param doubts words of theirs since then that doubt an answer
 * @param upset plain words of anger or despair of theirs since then
 * @param metThen how many officials they had met when they were last spoken with
 * @param off who said that no talk is to be proposed here; null: nobody did
 * @param agreed who was told what was agreed
 * @param despair words of theirs since then of not wanting to live any more
 */
public record Talks(
    List<Appointment> planned,
    List<Caution> cautions,
    int written,
    List<String> doubts,
    List<String> upset,
    int metThen,
    Off off,
    List<Agreed> agreed,
    List<String> despair) {
  public static final Talks NONE = new Talks(null, null, 0, null, null, 0, null, null, null);

  /** Of each list at most so many: the latest. */
  static final int MOST = 10;

  /**
   * A note for who goes on a visit.
   *
   * @param by official id
   */
  public record Caution(Instant at, String by, String words) {}

  /**
   * No talk is proposed in this case.
   *
   * @param by official id
   */
  public record Off(Instant at, String by) {}

  /**
   * What an official promised in a talk, and whom its words were told.
   *
   * @param promise promise id
   * @param to id of an address
   */
  public record Agreed(String promise, String to) {}

  public Talks {
    planned = latest(planned);
    cautions = latest(cautions);
    doubts = latest(doubts);
    upset = latest(upset);
    agreed = latest(agreed);
    despair = latest(despair);
  }

  private static <T> List<T> latest(List<T> all) {
    List<T> list = all == null ? List.of() : all;
    return List.copyOf(list.subList(Math.max(0, list.size() - MOST), list.size()));
  }

  /** The one to come that this promise is for. */
  public Optional<Appointment> of(String promise) {
    return planned.stream().filter(one -> one.promise().equals(promise)).findFirst();
  }

  public Optional<Appointment> named(String uid) {
    return planned.stream().filter(one -> one.uid().equals(uid)).findFirst();
  }

  /** The citizen wrote, and so. Who said before that no talk was needed did not know of despair. */
  public Talks heard(Arrival.Heard words, List<String> doubting) {
    return new Talks(
        planned,
        cautions,
        written + 1,
        both(doubts, doubting),
        both(upset, words.upset()),
        metThen,
        words.despair().isEmpty() ? off : null,
        agreed,
        both(despair, words.despair()));
  }

  private static List<String> both(List<String> there, List<String> more) {
    return Stream.concat(there.stream(), more.stream()).distinct().toList();
  }

  /** The citizen was spoken with: nothing tells any more that a talk is due. */
  Talks talked(int met) {
    return new Talks(planned, cautions, 0, List.of(), List.of(), met, off, agreed, List.of());
  }

  /** Null: talks are proposed again. */
  public Talks off(Off said) {
    return new Talks(planned, cautions, written, doubts, upset, metThen, said, agreed, despair);
  }

  /** With this one to come, instead of what was known of it. */
  public Talks with(Appointment one) {
    List<Appointment> all = new ArrayList<>(without(one.uid()).planned);
    all.add(one);
    return new Talks(all, cautions, written, doubts, upset, metThen, off, agreed, despair);
  }

  public Talks without(String uid) {
    List<Appointment> others = planned.stream().filter(one -> !one.uid().equals(uid)).toList();
    return new Talks(others, cautions, written, doubts, upset, metThen, off, agreed, despair);
  }

  public Talks with(Caution one) {
    List<Caution> all = new ArrayList<>(cautions);
    all.add(one);
    return new Talks(planned, all, written, doubts, upset, metThen, off, agreed, despair);
  }

  public Talks with(Agreed one) {
    List<Agreed> all = new ArrayList<>(agreed);
    all.add(one);
    return new Talks(planned, cautions, written, doubts, upset, metThen, off, all, despair);
  }
}
