package nl.aanspreekpunt.search;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;

/**
 * Finds cases by what was said in them, in what the reader may read and nowhere else: what is asked
 * of the store is narrowed to that, and each case is held against {@link Access} again. Of any
 * other case only who knows its number, or an address of its citizen, hears that it exists.
 */
public final class Searching {
  private static final int MOST_ROUNDS = 5;
  private static final int MOST_GLIMPSES = 20;
  private static final int MOST_TEXTS = 6;

  private final WorkerExecutor working;
  private final Cases cases;
  private final Receipts receipts;
  private final Outbox outbox;
  private final Identities identities;
  private final Entries entries;

  Searching(
      Vertx vertx,
      Cases cases,
      Receipts receipts,
      Outbox outbox,
      Identities identities,
      Entries entries) {
    this.cases = cases;
    this.receipts = receipts;
    this.outbox = outbox;
    this.identities = identities;
    this.entries = entries;
    working = vertx.createSharedWorkerExecutor("search", 2);
  }

  /**
   * A case in which it was found.
   *
   * @param excerpt null when the words are in none of the latest texts there
   */
  public record Hit(Case one, Instant at, Excerpt excerpt) {}

  /**
   * A page of what was found.
   *
   * @param glimpses cases that the reader may only know of; on the first page
   * @param next what the next page comes after; null: there is none
   * @param words whether any word that was typed can be looked for
   */
  public record Found(List<Hit> hits, List<Case> glimpses, String next, boolean words) {}

  private record Row(Case one, Entry entry) {}

  private record Rows(List<Row> rows, Entry last, boolean more) {}

  /** Whether it is what a page ended with. */
  public static boolean isCursor(String text) {
    return read(text) != null;
  }

  private static Entries.Cursor read(String text) {
    String[] parts = text == null ? new String[0] : text.split("~", 2);
    try {
      return parts.length == 2
          ? new Entries.Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1])
          : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * @param after {@link Found#next()} of the page before; null, or anything else: the first page
   */
  public Future<Found> find(Asked asked, Reader reader, String after, int limit) {
    Sought sought = Sought.in(asked.words(), new Words());
    boolean words = !sought.each().isEmpty();
    Entries.Cursor cursor = read(after);
    Future<List<Case>> known =
        cursor == null && !asked.words().isEmpty() && !asked.narrowed()
            ? known(asked.words(), reader)
            : Future.succeededFuture(List.of());
    Future<Rows> rows =
        asked.none() || (!words && !asked.narrowed())
            ? Future.succeededFuture(new Rows(List.of(), null, false))
            : rows(wanted(asked, sought, reader), reader, cursor, limit, new ArrayList<>(), 0);
    return Future.all(known, rows)
        .compose(
            both ->
                hits(rows.result().rows(), sought)
                    .map(hits -> found(hits, known.result(), reader, next(rows.result()), words)));
  }

  /** What is theirs and can be known by its number is there, also before its words are. */
  private static Found found(
      List<Hit> hits, List<Case> known, Reader reader, String next, boolean words) {
    List<Case> besides =
        known.stream()
            .filter(one -> hits.stream().noneMatch(hit -> hit.one().id().equals(one.id())))
            .toList();
    Stream<Hit> theirs =
        besides.stream()
            .filter(one -> reader.access(one).reads())
            .map(one -> new Hit(one, one.openedAt(), null));
    return new Found(
        Stream.concat(theirs, hits.stream()).toList(),
        besides.stream().filter(one -> !reader.access(one).reads()).toList(),
        next,
        words || !known.isEmpty());
  }

  private static String next(Rows rows) {
    return rows.more() ? rows.last().at().toEpochMilli() + "~" + rows.last().id() : null;
  }

  /**
   * Cases of a number or an address that was typed whole, as far as the reader may know of them:
   * who asks for a citizen is not told that they have one of which not even the subject is for
   * everybody.
   */
  private Future<List<Case>> known(String typed, Reader reader) {
    Optional<String> number = CaseNumbers.parse(typed);
    if (number.isPresent()) {
      return cases
          .find(number.get())
          .map(found -> found.stream().filter(one -> reader.access(one) != Access.NONE).toList());
    }
    Optional<Address> address =
        typed.contains("@") ? Addresses.email(typed) : Addresses.phone(typed);
    return address.isEmpty()
        ? Future.succeededFuture(List.of())
        : identities
            .find(address.get())
            .map(found -> found.map(Identity::citizen))
            .compose(
                citizen ->
                    citizen.isEmpty()
                        ? Future.succeededFuture(List.of())
                        : cases.ofCitizen(citizen.get(), MOST_GLIMPSES))
            .map(all -> all.stream().filter(one -> reader.access(one).showsSubject(one)).toList());
  }

  private static Entries.Wanted wanted(Asked asked, Sought sought, Reader reader) {
    List<List<String>> among = new ArrayList<>(sought.each());
    List<String> keys = reader.keys();
    if (!keys.isEmpty()) {
      among.add(keys);
    }
    narrow(among, 's', asked.state());
    narrow(among, 't', asked.team());
    narrow(among, 'k', asked.topic());
    narrow(among, 'r', asked.official());
    narrow(among, 'c', asked.channel());
    if (among.isEmpty()) {
      among.add(Stream.of(Case.State.values()).map(one -> Terms.narrow('s', one)).toList());
    }
    ZoneId zone = reader.moment().directory().zone();
    return new Entries.Wanted(
        among,
        reader.id(),
        start(asked.from(), zone),
        asked.until() == null ? null : start(asked.until().plusDays(1), zone),
        asked.late() ? reader.moment().now() : null);
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day == null ? null : day.atStartOfDay(zone).toInstant();
  }

  private static void narrow(List<List<String>> among, char what, Object to) {
    if (to != null) {
      among.add(List.of(Terms.narrow(what, to)));
    }
  }

  /** What may not be read makes room for what comes after it. */
  private Future<Rows> rows(
      Entries.Wanted wanted,
      Reader reader,
      Entries.Cursor after,
      int limit,
      List<Row> before,
      int round) {
    int ask = limit + 1;
    return entries
        .list(wanted, after, ask)
        .compose(
            found ->
                cases
                    .findAll(found.stream().map(Entry::number).distinct().toList())
                    .compose(
                        read -> {
                          Entry last = taken(found, read, reader, limit, before);
                          boolean whole = last == null || last.id().equals(end(found));
                          boolean more = found.size() == ask || !whole;
                          if (before.size() >= limit || !more || round == MOST_ROUNDS) {
                            return Future.succeededFuture(
                                new Rows(before, last, more && last != null));
                          }
                          return rows(
                              wanted,
                              reader,
                              new Entries.Cursor(last.at(), last.id()),
                              limit,
                              before,
                              round + 1);
                        }));
  }

  private static String end(List<Entry> found) {
    return found.get(found.size() - 1).id();
  }

  /** Adds what is to be shown; gives the last one that was looked at. */
  private static Entry taken(
      List<Entry> found, List<Case> read, Reader reader, int limit, List<Row> into) {
    Map<String, Case> byNumber = new LinkedHashMap<>();
    read.forEach(one -> byNumber.put(one.id(), one));
    Entry last = null;
    for (Entry entry : found) {
      if (into.size() == limit) {
        return last;
      }
      last = entry;
      Case one = byNumber.get(entry.number());
      boolean there = into.stream().anyMatch(row -> row.one().id().equals(entry.number()));
      if (one != null && !there && reader.access(one).reads()) {
        into.add(new Row(one, entry));
      }
    }
    return last;
  }

  private Future<List<Hit>> hits(List<Row> rows, Sought sought) {
    if (sought.each().isEmpty() || rows.isEmpty()) {
      return Future.succeededFuture(
          rows.stream().map(row -> new Hit(row.one(), row.entry().at(), null)).toList());
    }
    List<String> messages =
        rows.stream().flatMap(row -> latest(row.entry().messages()).stream()).toList();
    List<String> answers =
        rows.stream().flatMap(row -> latest(row.entry().answers()).stream()).toList();
    Future<List<Receipt>> in = receipts.findAll(messages);
    Future<List<Outgoing>> out = outbox.findAll(answers);
    return Future.all(in, out)
        .compose(
            both ->
                working.executeBlocking(
                    () -> {
                      Words words = new Words();
                      Texts texts = new Texts(in.result(), out.result());
                      return rows.stream().map(row -> hit(row, texts, sought, words)).toList();
                    },
                    false));
  }

  private static List<String> latest(List<String> all) {
    return all.subList(Math.max(0, all.size() - MOST_TEXTS), all.size());
  }

  private static Hit hit(Row row, Texts texts, Sought sought, Words words) {
    Excerpt excerpt =
        Stream.concat(texts.of(row.entry()), noted(row.one()))
            .filter(Objects::nonNull)
            .map(text -> Excerpt.of(text, sought, words))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return new Hit(row.one(), row.entry().at(), excerpt);
  }

  private static Stream<String> noted(Case one) {
    List<CaseEvent> latest = new ArrayList<>(one.events());
    Collections.reverse(latest);
    return Said.in(one, latest).stream().map(Said::words);
  }

  /** What was read of messages and answers. */
  private record Texts(List<Receipt> receipts, List<Outgoing> answers) {
    /** Latest first. */
    Stream<String> of(Entry entry) {
      Stream<String> in =
          receipts.stream()
              .filter(one -> entry.messages().contains(one.id()) && one.read() != null)
              .sorted((one, other) -> other.receivedAt().compareTo(one.receivedAt()))
              .map(one -> Describing.own(one.read()));
      Stream<String> out =
          answers.stream().filter(one -> entry.answers().contains(one.id())).map(Describing::text);
      return Stream.concat(in, out);
    }
  }
}
