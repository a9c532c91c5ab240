package nl.aanspreekpunt.citizen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Citizens who belong together, or who stand by one of them: a family, or an organisation with its
 * contacts. Who may do something in another's questions is said by a link, which its citizen agreed
 * to. What ended stays, with the moment until which it was so.
 *
 * @param version raised by each change
 * @param name as officials know it
 * @param links who may do what in whose questions, then and now
 * @param standing who was chosen as the standing official for all of them, the latest last
 * @param citizens who is linked now (citizen ids), so that it can be found by them
 * @param owed pairs whose cases are yet to follow what changed
 * @param checkAt when it is to be looked whether all followed; null: it did
 * @param by who set it up (official id), or "hub" for a system
 */
public record Household(
    String id,
    long version,
    Kind kind,
    String name,
    List<Member> members,
    List<Link> links,
    List<Stand> standing,
    List<String> citizens,
    List<Pair> owed,
    Instant checkAt,
    String by,
    Instant at) {
  /** Kept of those that ended, and those that last. */
  public static final int MOST = 200;

  public enum Kind {
    HOUSEHOLD,
    ORGANISATION
  }

  /** What somebody is in it. */
  public enum Role {
    SELF,
    PARTNER,
    GUARDIAN,
    INTERPRETER,
    CARE_WORKER,
    NEIGHBOUR,
    CONTACT,
    OTHER
  }

  /**
   * @param name as they are known; never null
   * @param until null while it lasts
   */
  public record Member(String citizen, String name, Role role, Instant from, Instant until) {
    public boolean lasts() {
      return until == null;
    }
  }

  /** What somebody may do in another's questions. */
  public record Rights(boolean see, boolean ask, boolean decide) {
    public static final Rights NONE = new Rights(false, false, false);

    public boolean none() {
      return !see && !ask && !decide;
    }
  }

  /**
   * That whose questions it is about agrees.
   *
   * @param how in what talk or message they said so, in the official's words
   * @param on the day, on the municipality's calendar
   * @param recordedBy official id, or "hub" for a system
   */
  public record Consent(String how, LocalDate on, String recordedBy) {}

  /**
   * {@code to} may do this in questions of {@code of} (citizen ids).
   *
   * @param until null while it lasts
   * @param endedBy official id, "citizen" or "hub"; null while it lasts
   */
  public record Link(
      String of,
      String to,
      Rights rights,
      Consent consent,
      Instant from,
      Instant until,
      String endedBy) {
    public boolean lasts() {
      return until == null;
    }

    boolean between(String one, String other) {
      return (of.equals(one) && to.equals(other)) || (of.equals(other) && to.equals(one));
    }

    Link ended(String who, Instant at) {
      return new Link(of, to, rights, consent, from, at, who);
    }
  }

  /** Who stands for all of them (official id) from then on, and who chose them. */
  public record Stand(String official, String by, Instant from) {}

  /**
   * In questions of {@code of}, what {@code to} may do (citizen ids) changed.
   *
   * @param change the version that this made
   * @param who changed it (official id), "citizen" or "hub"
   */
  public record Pair(String of, String to, long change, String who) {}

  public Household {
    members = members == null ? List.of() : List.copyOf(members);
    links = links == null ? List.of() : List.copyOf(links);
    standing = standing == null ? List.of() : List.copyOf(standing);
    citizens = citizens == null ? List.of() : List.copyOf(citizens);
    owed = owed == null ? List.of() : List.copyOf(owed);
  }

  /** With one member, and nobody linked yet. */
  public static Household of(
      String id, Kind kind, String name, String citizen, String called, String by, Instant at) {
    return new Household(
        id,
        1,
        kind,
        name,
        List.of(new Member(citizen, called, first(kind), at, null)),
        List.of(),
        List.of(),
        List.of(citizen),
        List.of(),
        null,
        by,
        at);
  }

  private static Role first(Kind kind) {
    return kind == Kind.ORGANISATION ? Role.CONTACT : Role.SELF;
  }

  /** Who is in it now. */
  public List<Member> present() {
    return members.stream().filter(Member::lasts).toList();
  }

  /** As they are now, else as they were last. */
  public Optional<Member> member(String citizen) {
    return members.stream()
        .filter(one -> one.citizen().equals(citizen))
        .reduce((earlier, later) -> later);
  }

  public boolean holds(String citizen) {
    return citizens.contains(citizen);
  }

  /** The links that last. */
  public List<Link> lasting() {
    return links.stream().filter(Link::lasts).toList();
  }

  /** The lasting link by which one may do something in questions of another. */
  public Optional<Link> link(String of, String to) {
    return links.stream()
        .filter(one -> one.lasts() && one.of().equals(of) && one.to().equals(to))
        .findFirst();
  }

  /** What {@code to} may do in questions of {@code of}; nothing when no link lasts. */
  public Rights rights(String of, String to) {
    return link(of, to).map(Link::rights).orElse(Rights.NONE);
  }

  /** Whether they were linked, and are not any more. */
  public boolean apart(String of, String to) {
    return link(of, to).isEmpty()
        && links.stream().anyMatch(one -> one.of().equals(of) && one.to().equals(to));
  }

  /** Who stands for all of them now (official id). */
  public Optional<String> official() {
    return standing.isEmpty()
        ? Optional.empty()
        : Optional.of(standing.get(standing.size() - 1).official());
  }

  /** Whether one more member and a link each way still fit. */
  public boolean full() {
    return members.size() + links.size() + 3 > MOST;
  }

  /** With this person in it, who may do this; in the place of what stood between the two. */
  public Household linked(Member who, List<Link> made, Instant at) {
    List<Member> all = new ArrayList<>(members);
    boolean same =
        present().stream()
            .anyMatch(one -> one.citizen().equals(who.citizen()) && one.role() == who.role());
    if (!same) {
      all.replaceAll(
          one -> one.citizen().equals(who.citizen()) && one.lasts() ? left(one, at) : one);
      all.add(who);
    }
    List<Link> after = new ArrayList<>(links);
    for (Link one : made) {
      after.replaceAll(
          it ->
              it.lasts() && it.of().equals(one.of()) && it.to().equals(one.to())
                  ? it.ended(one.consent().recordedBy(), at)
                  : it);
      after.add(one);
    }
    List<Pair> pairs =
        made.stream()
            .map(it -> new Pair(it.of(), it.to(), version + 1, it.consent().recordedBy()))
            .toList();
    return changed(all, after, standing, pairs, at);
  }

  /** What was between the two is over, both ways; who is linked to nobody then is out of it. */
  public Household parted(String one, String other, String who, Instant at) {
    List<Link> after =
        links.stream()
            .map(it -> it.lasts() && it.between(one, other) ? it.ended(who, at) : it)
            .toList();
    List<Member> all =
        members.stream()
            .map(it -> it.lasts() && !linked(after, it.citizen()) ? left(it, at) : it)
            .toList();
    return changed(
        all,
        after,
        standing,
        List.of(new Pair(one, other, version + 1, who), new Pair(other, one, version + 1, who)),
        at);
  }

  private static boolean linked(List<Link> links, String citizen) {
    return links.stream()
        .anyMatch(it -> it.lasts() && (it.of().equals(citizen) || it.to().equals(citizen)));
  }

  private static Member left(Member one, Instant at) {
    return new Member(one.citizen(), one.name(), one.role(), one.from(), at);
  }

  public Household standing(Stand chosen) {
    List<Stand> all = new ArrayList<>(standing);
    all.add(chosen);
    return changed(members, links, all, List.of(), checkAt);
  }

  private Household changed(
      List<Member> all, List<Link> after, List<Stand> stands, List<Pair> pairs, Instant check) {
    return new Household(
        id,
        version + 1,
        kind,
        name,
        all,
        after,
        stands,
        all.stream().filter(Member::lasts).map(Member::citizen).distinct().toList(),
        Stream.concat(owed.stream(), pairs.stream()).distinct().toList(),
        check,
        by,
        at);
  }

  /** All cases followed. */
  public Household followed() {
    return new Household(
        id, version + 1, kind, name, members, links, standing, citizens, List.of(), null, by, at);
  }
}
