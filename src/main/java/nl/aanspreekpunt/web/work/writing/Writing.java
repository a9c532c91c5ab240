package nl.aanspreekpunt.web.work.writing;

import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.standard.Keeper;
import nl.aanspreekpunt.casework.standard.Placeholders;
import nl.aanspreekpunt.casework.standard.StandardText;
import nl.aanspreekpunt.casework.standard.StandardTexts;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.web.work.Form;

/** What the box of an answer stands on. */
public record Writing(Planning planning, StandardTexts texts) {
  /** Name of the field in which a standard text is chosen. */
  public static final String TEXT = "standard";

  /** The texts that an official has for a case: their own, the teams', everybody's. */
  public Future<List<StandardText>> of(Case one, Official me) {
    List<Keeper> keepers =
        Stream.of(
                Keeper.own(me.id()),
                Keeper.team(me.team()),
                Keeper.team(one.team() == null ? me.team() : one.team()),
                Keeper.EVERYBODY)
            .distinct()
            .toList();
    return texts.of(keepers);
  }

  /** The form with a standard text put behind what was typed. */
  public Future<Form> into(Form form, Case one, Official me, Moment moment) {
    return of(one, me)
        .map(
            all ->
                all.stream()
                    .filter(text -> text.id().equals(form.get(TEXT)))
                    .findFirst()
                    .map(text -> with(form, text, one, me, moment))
                    .orElse(form));
  }

  private static Form with(Form form, StandardText text, Case one, Official me, Moment moment) {
    String filled =
        Placeholders.filled(
            text.now().in(one.language()), Filling.of(one, form.orNull("link"), me, moment));
    String typed = form.get("text");
    return form.with("text", typed.isEmpty() ? filled : typed + "\n\n" + filled).with(TEXT, "");
  }
}
