package nl.aanspreekpunt.demo;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Done;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.household.HouseholdWork;
import nl.aanspreekpunt.casework.sofar.SoFar;
import nl.aanspreekpunt.casework.sofar.SoFarWork;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Household;

/** Who belongs together in the demo, and the story so far of them. */
public record TogetherSteps(HouseholdWork households, SoFarWork stories, Days days) {
  /**
   * Somebody is linked, with the consent of the case's citizen, and one official stands for all.
   */
  Future<Void> link(Case one, Words said) {
    String id = "demo-" + one.id();
    LocalDate on = LocalDate.ofInstant(days.at(said.text("at")), days.zone());
    HouseholdWork.Asked asked =
        new HouseholdWork.Asked(
            Addresses.email(said.text("email")).orElseThrow(),
            said.text("name"),
            Household.Role.valueOf(said.text("role").toUpperCase(Locale.ROOT)),
            List.of(one.citizen()),
            new Household.Rights(
                said.list("may").contains("see"),
                said.list("may").contains("ask"),
                said.list("may").contains("decide")),
            false,
            said.text("how"),
            on);
    return households
        .start(
            id,
            Household.Kind.HOUSEHOLD,
            said.text("household"),
            one,
            said.text("citizen"),
            one.official())
        .compose(done -> households.link(id, asked, one.official()))
        .compose(done -> household(said, done))
        .compose(done -> households.stands(id, one.official(), one.official()))
        .compose(done -> household(said, done));
  }

  private static Future<Void> household(Words said, Done<Household> done) {
    return done.refused() ? refused(said, done.refusal()) : Future.succeededFuture();
  }

  Future<Void> soFar(Case one, Words said) {
    SoFar.Parts parts =
        new SoFar.Parts(
            said.text("wants"),
            said.text("kept"),
            said.text("decided"),
            said.text("people"),
            said.text("careful"));
    return stories
        .subject(one.citizen())
        .compose(of -> stories.write(of, parts, 0, one.official()))
        .compose(done -> done.refused() ? refused(said, done.refusal()) : Future.succeededFuture());
  }

  private static Future<Void> refused(Words said, Refusal why) {
    return Future.failedFuture(said.where() + " is refused: " + why.code() + " " + why.field());
  }
}
