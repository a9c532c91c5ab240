package nl.aanspreekpunt.casework.household;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Done;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.Revising;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.citizen.Households;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.Trying;

/**
 * Who belongs together and may do what for whom. What the household says holds at once; its cases
 * follow in the same act, or at the next tick when that was cut off.
 */
public final class HouseholdWork {
  public static final int LONGEST_NAME = 100;
  public static final int LONGEST_HOW = 500;
  private static final int AT_ONCE = 50;
  private static final int CASES = 500;
  private static final int A_YEAR = 366;

  private final Households households;
  private final Identities identities;
  private final Cases cases;
  private final Casework casework;
  private final CaseNumbers numbers;
  private final Trying trying;
  private final Clock clock;
  private final Revising<Household> revising;

  public HouseholdWork(
      Households households,
      Identities identities,
      Cases cases,
      Casework casework,
      CaseNumbers numbers,
      Trying trying,
      Clock clock) {
    this.households = households;
    this.identities = identities;
    this.cases = cases;
    this.casework = casework;
    this.numbers = numbers;
    this.trying = trying;
    this.clock = clock;
    this.revising =
        new Revising<Household>(
            "household",
            "household-gone",
            households::find,
            (before, after) -> households.replace(after, before.version()));
  }

  /**
   * Somebody is to be linked.
   *
   * @param address where they are known; null: what was given is none, or they have none
   * @param without they have no address of their own, and share the citizen's: of their own accord
   *     they then read and ask nothing through the hub, but stand in it with what they may
   * @param of citizen ids of who agrees that they may do it in their questions
   * @param mutual who is linked agrees to the same in return
   * @param on the day they said so; null: what was given is none
   */
  public record Asked(
      Address address,
      String name,
      Household.Role role,
      List<String> of,
      Household.Rights rights,
      boolean mutual,
      String how,
      LocalDate on,
      boolean without) {
    public Asked(
        Address address,
        String name,
        Household.Role role,
        List<String> of,
        Household.Rights rights,
        boolean mutual,
        String how,
        LocalDate on) {
      this(address, name, role, of, rights, mutual, how, on, false);
    }
  }

  public Households households() {
    return households;
  }

  public Future<List<Household>> of(Case one) {
    return households.ofCitizen(one.citizen());
  }

  /**
   * Those in which its citizen was, and is not any more; as far as the case came before that, for
   * who was entitled then.
   */
  public Future<List<Household>> former(Case one) {
    return identities
        .ofCitizen(one.citizen())
        .compose(
            known ->
                households.findAll(
                    known.stream()
                        .flatMap(it -> it.households().stream())
                        .distinct()
                        .limit(AT_ONCE)
                        .toList()))
        .map(
            all ->
                all.stream()
                    .filter(it -> !it.holds(one.citizen()))
                    .filter(
                        it ->
                            it.member(one.citizen())
                                .map(Household.Member::until)
                                .filter(until -> !one.openedAt().isAfter(until))
                                .isPresent())
                    .toList());
  }

  /**
   * With the citizen of a case in it.
   *
   * @param id made by who sends it, so that the same is set up once
   * @param called the citizen's name
   */
  public Future<Done<Household>> start(
      String id, Household.Kind kind, String name, Case one, String called, String by) {
    if (kind == null) {
      return Future.succeededFuture(Done.refused("household-kind", "kind"));
    }
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      return Future.succeededFuture(Done.refused("household-name", "name"));
    }
    Household made =
        Household.of(id, kind, name.strip(), one.citizen(), called, by, clock.instant());
    return identities
        .addHousehold(one.citizen(), id)
        .compose(pointed -> households.add(made))
        .compose(first -> households.find(id))
        .map(found -> Done.of(found.orElseThrow()));
  }

  /** Consent is on record before anybody may do anything. */
  public Future<Done<Household>> link(String id, Asked asked, String by) {
    Moment moment = casework.moment();
    List<Refusal> wrong = wrong(asked, LocalDate.ofInstant(moment.now(), zone(moment)));
    if (!wrong.isEmpty()) {
      return Future.succeededFuture(Done.refused(wrong));
    }
    if (asked.without()) {
      String nobodyElse = "c" + numbers.of(id + " holds " + asked.name().strip(), 0);
      return change(id, now -> linked(now, asked, nobodyElse, by));
    }
    String fresh = "c" + numbers.of(id + " links " + asked.address().id(), 0);
    return identities
        .known(asked.address(), fresh, "nl")
        .compose(
            who ->
                who.shared()
                    ? Future.succeededFuture(Done.refused("link-shared", "address"))
                    : identities
                        .addHousehold(who.citizen(), id)
                        .compose(
                            pointed -> change(id, now -> linked(now, asked, who.citizen(), by))));
  }

  private static java.time.ZoneId zone(Moment moment) {
    return moment.directory().zone();
  }

  /** All that is to be mended, in the order of the form. */
  private static List<Refusal> wrong(Asked asked, LocalDate today) {
    List<Refusal> all = new ArrayList<>();
    if (asked.address() == null && !asked.without()) {
      all.add(new Refusal("link-address", "address"));
    }
    if (asked.address() != null && asked.without()) {
      all.add(new Refusal("link-without", "address"));
    }
    if (blank(asked.name(), LONGEST_NAME)) {
      all.add(new Refusal("link-name", "name"));
    }
    if (asked.role() == null) {
      all.add(new Refusal("link-role", "role"));
    }
    if (asked.rights().none()) {
      all.add(new Refusal("link-rights", "see"));
    }
    if (blank(asked.how(), LONGEST_HOW)) {
      all.add(new Refusal("link-consent", "how"));
    }
    if (asked.on() == null
        || asked.on().isAfter(today)
        || asked.on().isBefore(today.minusDays(A_YEAR))) {
      all.add(new Refusal("link-consent-when", "on"));
    }
    return all;
  }

  private static boolean blank(String text, int longest) {
    return text == null || text.isBlank() || text.length() > longest;
  }

  private Done<Household> linked(Household now, Asked asked, String who, String by) {
    List<String> of = asked.of().stream().filter(now::holds).distinct().toList();
    if (of.isEmpty() || of.size() < asked.of().size()) {
      return Done.refused("link-of", "of");
    }
    if (of.contains(who)) {
      return Done.refused("link-self", "address");
    }
    if (now.full()) {
      return Done.refused("household-full", null);
    }
    Instant at = clock.instant();
    Household.Consent consent = new Household.Consent(asked.how().strip(), asked.on(), by);
    List<Household.Link> made = new ArrayList<>();
    for (String one : of) {
      made.add(new Household.Link(one, who, asked.rights(), consent, at, null, null));
      if (asked.mutual()) {
        made.add(new Household.Link(who, one, asked.rights(), consent, at, null, null));
      }
    }
    Household.Member member =
        new Household.Member(who, asked.name().strip(), asked.role(), at, null);
    return Done.of(now.linked(member, made, at));
  }

  /** What was between two members is over, both ways, at once. */
  public Future<Done<Household>> end(String id, String one, String other, String by) {
    return change(
        id,
        now ->
            now.link(one, other).isEmpty() && now.link(other, one).isEmpty()
                ? Done.refused("link-gone", null)
                : Done.of(now.parted(one, other, by, clock.instant())));
  }

  /** Who stands for all of them from now on. */
  public Future<Done<Household>> stands(String id, String official, String by) {
    Moment moment = casework.moment();
    if (official == null || !moment.directory().employed(official, moment.now())) {
      return Future.succeededFuture(Done.refused("household-standing", "standing"));
    }
    return change(
        id,
        now ->
            now.official().filter(official::equals).isPresent()
                ? Done.of(now)
                : Done.of(now.standing(new Household.Stand(official, by, clock.instant()))));
  }

  private Future<Done<Household>> change(String id, Function<Household, Done<Household>> how) {
    return revising
        .change(id, how)
        .compose(
            done ->
                done.refused()
                    ? Future.succeededFuture(done)
                    : follow(done.now()).map(followed -> done));
  }

  /** What a crash left: cases that are yet to follow. */
  public Future<Integer> tick() {
    return trying.each(
        SetAside.Queue.HOUSEHOLD,
        most -> households.due(clock.instant(), most),
        AT_ONCE,
        Household::id,
        this::follow);
  }

  private Future<Void> follow(Household now) {
    if (now.owed().isEmpty()) {
      return Future.succeededFuture();
    }
    Future<Void> done = Future.succeededFuture();
    for (Household.Pair pair : now.owed()) {
      done = done.compose(before -> follow(now, pair));
    }
    // When another change came first, that one follows it up.
    return done.compose(all -> households.replace(now.followed(), now.version())).mapEmpty();
  }

  private Future<Void> follow(Household now, Household.Pair pair) {
    Future<Set<String>> citizens = addresses(pair.of());
    Future<Set<String>> theirs = addresses(pair.to());
    return Future.all(citizens, theirs)
        .compose(both -> cases.ofCitizen(pair.of(), CASES))
        .compose(
            all -> {
              Household.Rights rights = now.rights(pair.of(), pair.to());
              Keeping act =
                  new Keeping(theirs.result(), citizens.result(), now.id(), rights, pair.who());
              Future<Void> done = Future.succeededFuture();
              for (Case one : all) {
                if (act.concerns(one)) {
                  done = done.compose(before -> casework.change(one.id(), act).mapEmpty());
                }
              }
              return done.compose(kept -> tell(now, pair, rights, citizens.result(), all));
            });
  }

  /** Where they take part, in the latest question they have. */
  private Future<Void> tell(
      Household now,
      Household.Pair pair,
      Household.Rights rights,
      Set<String> addresses,
      List<Case> all) {
    String other = now.member(pair.to()).map(Household.Member::name).orElse("");
    String entry = "link." + now.id() + "." + pair.change() + "." + pair.of();
    return all.stream()
        .filter(one -> !one.joined())
        .filter(
            one ->
                one.participants().stream().anyMatch(who -> addresses.contains(who.address().id())))
        .findFirst()
        .map(
            one ->
                casework
                    .change(one.id(), new TellingLinked(entry, addresses, other, rights))
                    .<Void>mapEmpty())
        .orElseGet(Future::succeededFuture);
  }

  private Future<Set<String>> addresses(String citizen) {
    return identities
        .ofCitizen(citizen)
        .map(all -> all.stream().map(Identity::id).collect(Collectors.toSet()));
  }
}
