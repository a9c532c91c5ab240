package nl.aanspreekpunt.web.work.atwork;

import java.util.List;
import nl.aanspreekpunt.web.Choice;

/**
 * How an answer can go by WhatsApp.
 *
 * @param says until when in one's own words, or that this can no longer be
 * @param templates to choose from; none: there is nothing to choose
 */
public record WhatsAppPart(String says, List<Choice> templates) {}
