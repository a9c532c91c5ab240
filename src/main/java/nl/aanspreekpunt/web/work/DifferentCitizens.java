package nl.aanspreekpunt.web.work;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Visit;

/** What is of one citizen comes to a question of another only once the official said so. */
record DifferentCitizens(Directories directories, Pages pages) {
  private static final String FIELD = "differentCitizens";
  private static final String TOKEN = "token";

  /** Whether they said that it is right. */
  static boolean said(Form form) {
    return !form.get(FIELD).isEmpty();
  }

  static boolean askedFor(Decision decision) {
    return decision instanceof Decision.Refused refused
        && refused.refusal().code().equals(Joining.DIFFERENT_CITIZENS);
  }

  /** Shows both, and what each of them goes on seeing; yes sends the same form again. */
  void ask(RoutingContext context, Case one, Case into, Form form) {
    String path = context.request().path();
    Frame frame = pages.frame(Visit.of(context), "citizens.title").at(OwnCase.page(one));
    Names names = new Names(directories.current(), frame.words());
    Map<String, String> fields = new TreeMap<>(form.fields());
    fields.remove(TOKEN);
    fields.put(FIELD, "yes");
    pages.show(
        context,
        409,
        new DifferentCitizensPage(
            frame,
            path,
            OwnCase.page(one),
            fields,
            Stream.of(one, into).map(it -> sees(frame, names, it)).toList()));
  }

  private static String sees(Frame frame, Names names, Case one) {
    String addresses =
        one.participants().stream()
            .map(it -> names.address(it.address()))
            .distinct()
            .collect(Collectors.joining(", "));
    return frame.say("citizens.each", one.id(), names.citizen(one), addresses);
  }
}
