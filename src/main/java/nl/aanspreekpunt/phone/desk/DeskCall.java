package nl.aanspreekpunt.phone.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.CallStep;
import nl.aanspreekpunt.casework.CaseEvent;

/**
 * A call to the general number that was put to the desk, as far as it has come.
 *
 * @param id the provider's (CallSid)
 * @param caller E.164; null: withheld
 * @param number E.164 of ours that was called
 * @param rung whose telephones ring now (official ids); empty once it was taken or handed on
 * @param passed whose telephone picked up without anybody pressing the key, or whose rang in vain
 * @param round how often telephones were rung for it
 * @param by who took it first (official id); null: nobody
 * @param takenAt null while nobody took it
 * @param through to whom it is put through; null: it is not
 * @param endedAt null while it goes on
 * @param missed true when it ended and nobody took it, nor anybody else was to answer it; else null
 * @param open true while it goes on here, else null
 */
public record DeskCall(
    String id,
    long version,
    String caller,
    String number,
    List<String> rung,
    List<String> passed,
    int round,
    String by,
    Instant at,
    Instant takenAt,
    Through through,
    Instant endedAt,
    Boolean missed,
    Boolean open) {
  /**
   * A citizen who is put through: one telephone after the other, the last that of who put through.
   *
   * @param caseNumber what it is about
   * @param told what is said to that colleague first; may be empty
   * @param order whose telephones ring (official ids)
   * @param tried how many of these were rung
   * @param accepted who took it (official id); null: nobody yet
   */
  public record Through(
      String caseNumber,
      String told,
      List<String> order,
      int tried,
      Instant at,
      String accepted,
      Instant acceptedAt) {
    public Through {
      order = List.copyOf(order);
    }

    /** Empty when all were rung. */
    Optional<String> next() {
      return tried < order.size() ? Optional.of(order.get(tried)) : Optional.empty();
    }

    /** Whose telephone rings; empty when none does. */
    public Optional<String> rings() {
      return accepted != null || tried == 0 ? Optional.empty() : Optional.of(order.get(tried - 1));
    }

    private Through with(int rang, String who, Instant when) {
      return new Through(caseNumber, told, order, rang, at, who, when);
    }
  }

  public DeskCall {
    rung = rung == null ? List.of() : List.copyOf(rung);
    passed = passed == null ? List.of() : List.copyOf(passed);
  }

  static DeskCall in(String sid, String caller, String number, List<String> clerks, Instant now) {
    return new DeskCall(
        sid, 1, caller, number, clerks, List.of(), 1, null, now, null, null, null, null, true);
  }

  private DeskCall with(
      List<String> ringing,
      List<String> inVain,
      int rounds,
      String who,
      Instant when,
      Through to,
      Instant ended,
      Boolean lost,
      Boolean goesOn) {
    return new DeskCall(
        id,
        version + 1,
        caller,
        number,
        ringing,
        inVain,
        rounds,
        who,
        at,
        when,
        to,
        ended,
        lost,
        goesOn);
  }

  /** The first to take it gets it; to take it again changes nothing. */
  DeskCall taken(String who, Instant now) {
    return by != null || endedAt != null || !rung.contains(who)
        ? this
        : with(List.of(), passed, round, who, now, through, null, null, open);
  }

  /** Something picked up there and pressed nothing, or it rang in vain. */
  DeskCall passed(String who) {
    return by != null || passed.contains(who)
        ? this
        : with(rung, added(passed, who), round, null, null, through, endedAt, missed, open);
  }

  /** The telephones of these ring now. */
  DeskCall again(List<String> clerks) {
    return with(clerks, passed, round + 1, null, null, null, null, null, true);
  }

  /** Nobody took it: it goes on as if there was no desk. */
  DeskCall handedOn(Instant now) {
    return with(List.of(), passed, round, by, takenAt, through, now, null, null);
  }

  DeskCall ended(Instant now) {
    return endedAt != null
        ? this
        : with(
            List.of(),
            passed,
            round,
            by,
            takenAt,
            through,
            now,
            by == null ? Boolean.TRUE : null,
            null);
  }

  /** While one is put through nobody else is. */
  DeskCall through(Through to) {
    boolean runs = through != null && through.accepted() == null && through.next().isPresent();
    return endedAt != null || by == null || runs
        ? this
        : with(rung, passed, round, by, takenAt, to, null, null, open);
  }

  /** It could not be put through: as it was. */
  DeskCall notThrough() {
    return through == null
        ? this
        : with(rung, passed, round, by, takenAt, null, endedAt, missed, open);
  }

  /** The next telephone rings. */
  DeskCall tried(int rang) {
    return through == null || through.tried() >= rang
        ? this
        : with(
            rung,
            passed,
            round,
            by,
            takenAt,
            through.with(rang, through.accepted(), through.acceptedAt()),
            endedAt,
            missed,
            open);
  }

  DeskCall accepted(String who, Instant now) {
    return through == null || through.accepted() != null || !through.order().contains(who)
        ? this
        : with(
            rung,
            passed,
            round,
            by,
            takenAt,
            through.with(through.tried(), who, now),
            endedAt,
            missed,
            open);
  }

  /** It was put through, and somebody else than who did so took it. */
  public boolean gone() {
    return through != null && through.accepted() != null && !through.accepted().equals(by);
  }

  /** Nobody took it whom it was put through to: whoever put through has the citizen again. */
  public boolean cameBack() {
    return through != null && by != null && by.equals(through.accepted());
  }

  /** Who sees it on a page (official ids). */
  public List<String> watchers() {
    return Stream.of(rung, passed, by == null ? List.<String>of() : List.of(by))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** As the timeline has it, once it has a case. */
  public List<CaseEvent.Phoned> events() {
    List<CaseEvent.Phoned> all = new ArrayList<>();
    all.add(new CaseEvent.Phoned(at, "citizen", id, 0, CallStep.CAME_IN, null, null));
    if (by != null) {
      all.add(new CaseEvent.Phoned(takenAt, by, id, 1, CallStep.CONNECTED, by, null));
    }
    return all;
  }

  private static List<String> added(List<String> all, String one) {
    return Stream.concat(all.stream(), Stream.of(one)).toList();
  }
}
