package nl.aanspreekpunt.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.ZoneId;

/** Shows pages: the record fills its template, compiled when the program was built. */
public final class Pages {
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final String municipality;
  private final ZoneId zone;
  private final Look look;
  private final Phones phones;

  public Pages(String municipality, ZoneId zone, Look look) {
    this(municipality, zone, look, Phones.NONE);
  }

  /**
   * @param phones what the hub does with telephones
   */
  public Pages(String municipality, ZoneId zone, Look look, Phones phones) {
    this.phones = phones;
    this.municipality = municipality;
    this.zone = zone;
    this.look = look;
  }

  /**
   * @param titleKey key of the page's title
   */
  public Frame frame(Visit visit, String titleKey, Object... facts) {
    Wording words = visit.words();
    return new Frame(
        words,
        new Moments(zone, words, visit.now()),
        municipality,
        look,
        words.say(titleKey, facts),
        visit.path(),
        visit.query(),
        visit.viewer(),
        visit.token(),
        visit.flash(),
        phones);
  }

  public void show(RoutingContext context, Page page) {
    show(context, 200, page);
  }

  public void show(RoutingContext context, int status, Page page) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Content-Language", page.frame().words().language())
        .end(render(page));
  }

  public Buffer render(Page page) {
    Utf8ByteOutput html = new Utf8ByteOutput();
    templates.render(page.template(), page, html);
    return Buffer.buffer(html.toByteArray());
  }
}
