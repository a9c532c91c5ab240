package nl.aanspreekpunt.web.work.setup.texts;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.outbox.own.InUse;
import nl.aanspreekpunt.outbox.own.OwnTexts;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** Finds the texts of letters and text messages. */
public record LetterTextsRoutes(Gate gate, OwnTexts texts, Letters letters, Pages pages)
    implements Routes {
  private static final int MOST_SHOWN = 60;
  private static final int LONGEST_SEARCH = 100;
  private static final int STARTS = 200;

  @Override
  public void mount(Router router) {
    router
        .get(LetterTextsPage.PATH)
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(this::show);
  }

  private void show(RoutingContext context) {
    Frame frame = pages.frame(Visit.of(context), "lettertexts.title").at(place(context));
    String sought = asked(context, "zoek").strip();
    sought = sought.substring(0, Math.min(sought.length(), LONGEST_SEARCH));
    String group = asked(context, "groep");
    if (!sought.isEmpty()) {
      texts(context, frame, null, sought, having(sought));
    } else if (TextGroups.ALL.contains(group)) {
      texts(context, frame, group, "", key -> TextGroups.of(key).equals(group));
    } else if (!asked(context, "eigen").isEmpty()) {
      InUse now = texts.current();
      texts(context, frame, null, "", key -> isOwn(now, key));
    } else {
      pages.show(
          context, new LetterTextsPage(frame, groups(frame), null, List.of(), false, "", false));
    }
  }

  private static String place(RoutingContext context) {
    String group = asked(context, "groep");
    boolean one = TextGroups.ALL.contains(group);
    return LetterTextsPage.PATH + (one ? "?groep=" + group : "");
  }

  private static String asked(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getParam(name)).orElse("");
  }

  private List<LetterTextsPage.Group> groups(Frame frame) {
    List<String> keys = texts.check().samples().keys();
    InUse now = texts.current();
    Map<String, Integer> own =
        TextGroups.counted(keys.stream().filter(key -> isOwn(now, key)).toList());
    return TextGroups.counted(keys).entrySet().stream()
        .map(one -> group(frame, one.getKey(), one.getValue(), own.getOrDefault(one.getKey(), 0)))
        .toList();
  }

  private static LetterTextsPage.Group group(Frame frame, String name, int texts, int own) {
    String key = "lettertexts.group." + name;
    return new LetterTextsPage.Group(name, frame.say(key), frame.say(key + ".when"), texts, own);
  }

  private void texts(
      RoutingContext context, Frame frame, String group, String sought, Predicate<String> which) {
    List<String> found = texts.check().samples().keys().stream().filter(which).toList();
    boolean more = group == null && found.size() > MOST_SHOWN;
    List<LetterTextsPage.Row> rows =
        (more ? found.subList(0, MOST_SHOWN) : found)
            .stream().map(key -> row(frame, key, group == null)).toList();
    LetterTextsPage.Group about = group == null ? null : group(frame, group, rows.size(), 0);
    pages.show(context, new LetterTextsPage(frame, List.of(), about, rows, true, sought, more));
  }

  /** In what is said and in what the program would say, in both languages. */
  private Predicate<String> having(String sought) {
    String wanted = sought.toLowerCase(Locale.ROOT);
    InUse now = texts.current();
    return key ->
        Stream.of("nl", "en")
            .flatMap(
                language ->
                    Stream.of(letters.texts(language).program(key), now.text(key).in(language)))
            .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static boolean isOwn(InUse now, String key) {
    return now.text(key).dutch() != null || now.text(key).english() != null;
  }

  private LetterTextsPage.Row row(Frame frame, String key, boolean several) {
    InUse now = texts.current();
    String language = frame.words().language();
    String own = now.said(language, key);
    String said = own == null ? letters.texts(language).program(key) : own;
    boolean wrong =
        Stream.of("nl", "en")
            .anyMatch(
                one ->
                    !now.wrong(one, key).isEmpty()
                        || now.text(key).outdated(one, letters.texts(one).program(key)));
    return new LetterTextsPage.Row(
        LetterTextPage.path(key),
        said.length() <= STARTS ? said : said.substring(0, STARTS) + "…",
        several ? frame.say("lettertexts.group." + TextGroups.of(key)) : null,
        TextGroups.isSms(key),
        isOwn(now, key),
        wrong);
  }
}
