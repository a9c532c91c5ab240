package nl.aanspreekpunt.web;

import io.vertx.ext.web.Router;

/** The pages of one subject, or an interface to other systems: what it answers, and how. */
@FunctionalInterface
public interface Routes {
  void mount(Router router);
}
