package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Arrival.OfCall;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.CallbackRequest.Asked;
import nl.aanspreekpunt.promise.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a citizen says of a call they asked for, and what their silence says. */
class OnTheCallTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final Arrival.Wish WISH = new Arrival.Wish("+31612345678", "huur", "", "citizen");
  private static final OfCall CLEAR = new OfCall(null, true, "hoeft niet te bellen", true, null);
  private static final OfCall DOUBTFUL = new OfCall(null, true, "laat maar", false, null);
  private static final OfCall TUESDAY = new OfCall("dinsdag na 15 uur", true, null, false, null);
  private static final Match DOUBTED =
      Match.by("reply-token", new Evidence.CaseNamed("0"), List.of(Doubt.STRANGER));

  private static Case asked() {
    return Town.told(Town.opened(Town.JAN, SAMIRA, WISH).opened());
  }

  private static Case answered() {
    return Town.told(
        Town.after(
            new Replying(SAMIRA, "Dag Jan", null, "r1", Map.of())
                .on(asked(), Town.moment(later(1)))));
  }

  private static Instant later(int hours) {
    return Town.MONDAY_TEN.plus(Duration.ofHours(hours));
  }

  private static Case says(Case before, OfCall call, Match match, Address from) {
    Arrival plain = Town.arrival("r2", from, null);
    return Town.after(
        new Receiving(Town.ofCall(plain, call), match).on(before, Town.moment(later(3))));
  }

  private static Case says(Case before, OfCall call) {
    return says(before, call, Town.ANSWERS, Town.JAN);
  }

  private static Promise call(Case one) {
    return one.promises().stream().filter(p -> p.callback() != null).findFirst().orElseThrow();
  }

  private static List<Notice.Kind> told(Case one) {
    return one.pending().stream().map(Outgoing::notice).map(Notice::kind).toList();
  }

  private static Decision tick(Case one, Instant at) {
    return Town.climbing().on(one, Town.moment(at));
  }

  @Test
  void clearWordsOfWhoAskedEndItAndTheyHearSoWithTheWayBack() {
    Case ended = says(asked(), CLEAR);

    assertThat(call(ended).state()).isEqualTo(Promise.State.WITHDRAWN);
    assertThat(call(ended).endedBy()).isEqualTo("citizen");
    assertThat(told(ended)).contains(Notice.Kind.CALLBACK_ENDED);
    assertThat(ended.openPromises()).as("their question is still answered").hasSize(1);
  }

  @Test
  void doubtfulWordsArePutToTheOfficialWhoDecides() {
    Case doubt = Town.told(says(asked(), DOUBTFUL));
    String id = call(doubt).id();
    Moment moment = Town.moment(later(4));

    assertThat(call(doubt).open()).isTrue();
    assertThat(call(doubt).callback().doubt()).isEqualTo("laat maar");
    assertThat(doubt.openPromises()).as("the message is read by somebody").hasSize(2);
    Case wanted = Town.after(new StillWanting(id, SAMIRA).on(doubt, moment));
    assertThat(call(wanted).callback().doubt()).isNull();
    assertThat(call(wanted).open()).isTrue();
    Case not = Town.after(new Withdrawing(id, SAMIRA).on(doubt, moment));
    assertThat(call(not).state()).isEqualTo(Promise.State.WITHDRAWN);
    assertThat(Town.facts(not, 0)).containsEntry("how", "withdrawn");
  }

  @Test
  void clearWordsOfAStrangerOrAnotherParticipantAreADoubt() {
    Case stranger = says(asked(), CLEAR, DOUBTED, Town.JAN);
    Address other = new Address(Address.Kind.EMAIL, "buur@burger.example");
    Case neighbour = says(asked(), CLEAR, Town.ANSWERS, other);

    for (Case one : List.of(stranger, neighbour)) {
      assertThat(call(one).open()).isTrue();
      assertThat(call(one).callback().doubt()).isEqualTo("hoeft niet te bellen");
      assertThat(told(one)).contains(Notice.Kind.WARNING);
    }
  }

  @Test
  void whoHeardItPutsDownHow() {
    String id = call(asked()).id();
    Moment moment = Town.moment(later(1));

    assertThat(Town.refusal(new Withdrawing(id, SAMIRA, " ").on(asked(), moment)))
        .isEqualTo("heard-needed");
    Case ended =
        Town.after(new Withdrawing(id, "thomas.bakker", "Aan de balie").on(asked(), moment));
    assertThat(call(ended).endedBy()).isEqualTo("thomas.bakker");
    assertThat(ended.events())
        .contains(new CaseEvent.Noted(moment.now(), "thomas.bakker", "Aan de balie"));
  }

  /** Answered on Monday at eleven; the team works 08:30 to 17:00. */
  @Test
  void silenceOfTwoWorkingDaysEndsItAsTheAnswerSaid() {
    Case answered = answered();
    Instant until = Town.at("2026-06-03T11:00");

    assertThat(call(answered).callback().asked())
        .isEqualTo(new Asked(Asked.What.STILL_WANTED, later(1), "1", until));
    assertThat(call(answered).waits()).isTrue();
    assertThat(tick(answered, until.minusSeconds(1)))
        .as("nothing climbs while the citizen is to say")
        .isInstanceOf(Decision.Unchanged.class);
    assertThat(answered.wakeAt()).isBeforeOrEqualTo(until);
    Case after = Town.after(tick(answered, until));
    assertThat(call(after).state()).isEqualTo(Promise.State.WITHDRAWN);
    assertThat(Town.facts(after, 0)).containsEntry("how", "silence");
    assertThat(tick(Town.told(after), until.plusSeconds(60)))
        .isInstanceOf(Decision.Unchanged.class);
    Case again =
        Town.after(
            new Contradicting(call(after).id())
                .on(Town.told(after), Town.moment(until.plusSeconds(60))));
    assertThat(call(again).open()).isTrue();
    Case late = Town.after(tick(Town.told(again), until.plusSeconds(120)));
    assertThat(call(late).open()).as("it is not ended twice").isTrue();
    assertThat(call(late).steps()).as("the ladder goes on").isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "button", "message", "again"})
  void anyWordOfTheirsStopsTheSilence(String how) {
    Case answered = answered();
    Moment moment = Town.moment(later(3));
    Case said =
        switch (how) {
          case "yes" -> says(answered, new OfCall(null, true, null, false, OfCall.YES));
          case "button" -> Town.after(new StillWanting(call(answered).id()).on(answered, moment));
          case "message" -> says(answered, null);
          default ->
              Town.after(new Requesting("+31612345678", "", "", "citizen").on(answered, moment));
        };

    assertThat(call(said).waits()).isFalse();
    assertThat(call(said).due()).isAfter(call(asked()).due());
    assertThat(said.pending())
        .extracting(entry -> entry.notice().facts().get("due"))
        .contains(call(said).due().toString());
    Case late = Town.after(tick(Town.told(said), Town.at("2026-06-08T12:00")));

    assertThat(call(late).open()).isTrue();
  }

  @Test
  void thanksStopNoSilenceAndABareNoEndsIt() {
    Arrival thanks = Town.courteous(Town.arrival("r2", Town.JAN, null));
    Case thanked =
        Town.after(new Receiving(thanks, Town.ANSWERS).on(answered(), Town.moment(later(2))));
    Case no = says(answered(), new OfCall(null, true, null, false, OfCall.NO));
    Case unasked = says(asked(), new OfCall(null, true, null, false, OfCall.NO));

    assertThat(call(thanked).callback().asked().until()).isNotNull();
    assertThat(call(no).state()).isEqualTo(Promise.State.WITHDRAWN);
    assertThat(call(unasked).open()).isTrue();
  }

  @Test
  void afterThreeTriesAtDifferentTimesOfDayTheyAreAskedOnceAndTheirAnswerCounts() {
    Case one = asked();
    one = tried(one, "2026-06-01T10:30");
    one = tried(one, "2026-06-01T14:00");
    assertThat(call(one).callback().asked()).isNull();

    Case third = tried(one, "2026-06-02T09:00");
    Case fourth = tried(third, "2026-06-02T13:00");

    assertThat(call(third).callback().awaits(Asked.What.WHEN)).isTrue();
    assertThat(happened(third)).isEqualTo(1);
    assertThat(happened(fourth)).isEqualTo(1);
    assertThat(call(fourth).open()).as("not reached is not kept").isTrue();
    Case answered = says(fourth, TUESDAY);
    CallbackRequest request = call(answered).callback();
    assertThat(request.preferred()).isEqualTo("dinsdag na 15 uur");
    assertThat(request.asked()).isNull();
    assertThat(answered.events())
        .contains(new CaseEvent.Suits(later(3), "citizen", call(one).id(), "dinsdag na 15 uur"));
    assertThat(call(answered).due()).isEqualTo(call(one).due());
  }

  @Test
  void anAnswerByTheLinkIsTheSame() {
    Case third =
        tried(tried(tried(asked(), "2026-06-01T10:30"), "2026-06-01T14:00"), "2026-06-02T09:00");

    Case answered =
        Town.after(
            new Preferring(call(third).id(), "'s ochtends", "citizen")
                .on(third, Town.moment(Town.at("2026-06-02T10:00"))));

    assertThat(call(answered).callback().preferred()).isEqualTo("'s ochtends");
    assertThat(call(answered).callback().asked()).isNull();
  }

  private static Case tried(Case before, String at) {
    return Town.told(
        Town.after(
            new Attempting(call(before).id(), SAMIRA, Attempt.Outcome.NO_ANSWER, "", "r1")
                .on(before, Town.moment(Town.at(at)))));
  }

  private static long happened(Case one) {
    return one.happened(CaseEvent.Told.class)
        .filter(told -> told.kind().equals(Notice.Kind.BETTER_MOMENT.name()))
        .count();
  }

  @Test
  void whoAsksAgainWithoutANumberIsCalledWhenTheySayAtTheNumberThatIsKnown() {
    OfCall asks = OfCall.asking("Kunt u mij bellen", "morgen om 14 uur");

    Case wish = says(asked(), asks);
    Case again =
        Town.after(
            new Receiving(Town.ofCall(Town.arrival("r3", Town.JAN, null), asks), Town.ANSWERS)
                .on(Town.told(says(asked(), CLEAR)), Town.moment(later(4))));
    Case stranger = says(asked(), asks, DOUBTED, Town.JAN);
    Case never = says(Town.rentQuestion(), asks);

    assertThat(call(wish).callback().preferred()).isEqualTo("morgen om 14 uur");
    assertThat(call(wish).seen()).isEqualTo("r2");
    assertThat(call(stranger).callback().preferred()).isEmpty();
    assertThat(never.openPromises()).allMatch(one -> one.callback() == null);
    assertThat(again.openPromises()).anyMatch(one -> one.callback() != null);
  }

  @Test
  void ofTwoRequestsThatBecomeOneTheLatestWishCounts() {
    Promise first = call(asked());
    Promise early = first.withCallback(first.callback().preferring("maandag", later(1)));
    Promise late = first.withCallback(first.callback().preferring("dinsdag", later(2)));

    assertThat(Calling.together(early, late).callback().preferred()).isEqualTo("dinsdag");
    assertThat(Calling.together(late, early).callback().preferred()).isEqualTo("dinsdag");
    assertThat(Calling.together(early, first).callback().preferred()).isEqualTo("maandag");
    assertThat(Calling.together(first, early).callback().preferred()).isEqualTo("maandag");
  }
}
