package nl.aanspreekpunt.casework.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a reason says something of this citizen's question, or is a bare reference to a rule ("op
 * grond van artikel 4:5 Awb", "you do not meet the requirements"). References and stock phrases are
 * taken away, in Dutch and English; what is left must be a few words that say something. Reads
 * words, not sense: in doubt a reason is one. Pure; time grows with the length of the text only.
 */
public final class OwnReason {
  /** Fewer characters than this explain nothing. */
  public static final int SHORTEST = 20;

  /** Words of one's own that make a reason, beside a rule and without one. */
  private static final int BESIDE_A_RULE = 2;

  private static final int WITHOUT_ONE = 2;

  /** Beside a rule, fewer than these say hardly more than it. */
  private static final int HARDLY_MORE = 8;

  private static final int MOST_CHARACTERS = 20_000;

  /** "artikel 4:5, eerste lid, onder b", "section 12(3)". */
  private static final List<Pattern> REFERENCES =
      List.of(
          pattern(
              "\\b(?:artikel(?:en)?|artt?\\.?|articles?|sections?|clauses?|paragra(?:af|phs?)"
                  + "|hoofdstuk|chapter|§)\\s*\\d[\\w:.()]{0,12}"),
          pattern("\\b(?:eerste|tweede|derde|vierde|vijfde|zesde|\\d{1,2}e)\\s+lid\\b"),
          pattern("\\b(?:lid|leden)\\s+\\d{1,2}\\b"),
          pattern("\\b(?:sub|onder|onderdeel|aanhef(?:\\s+en\\s+onder)?|under)\\s+[a-z0-9]\\b"),
          pattern("\\b(?:jo|juncto|j°)\\b\\.?"),
          pattern("\\b(?:algemene\\s+wet\\s+bestuursrecht|burgerlijk\\s+wetboek)\\b"),
          pattern("\\bwet\\s+maatschappelijke\\s+ondersteuning(?:\\s+\\d{4})?"),
          pattern("\\bwet\\s+(?:op|inzake|houdende)\\s+(?:de|het)\\s+\\p{L}+(?:\\s+ordening)?"),
          pattern("\\b(?:general\\s+administrative\\s+law\\s+act|civil\\s+code)\\b"));

  /** Names of rules: a word, or how one ends ("huisvestingsverordening"). */
  private static final Pattern RULE =
      pattern(
          "\\p{L}{0,60}(?:verordening(?:en)?|regeling(?:en)?|beleid|beleidsregels?|richtlijn(?:en)?"
              + "|reglement|wetgeving|wetboek|voorschrift(?:en)?|bestemmingsplan|omgevingsplan"
              + "|protocol)"
              + "|\\p{L}{0,30}wet(?:ten)?|apv|awb|wmo|bw|wabo|bbl|avg|ioaw|wlz|zvw|woo|wob|rvv"
              + "|wvw|participatie|regels?|regelgeving|bepaling(?:en)?|bepaalde"
              + "|law|laws|act|policy|policies|rules?|regulations?|ordinance|statutes?|guidelines?"
              + "|legislation|provisions?|gdpr");

  /** What any refusal says, whatever it is about. */
  private static final Set<String> STOCK =
      words(
          """
          aanvraag aanvragen verzoek verzoeken vraag afgewezen afwijzen afwijzing wijzen wijs af
          geweigerd weigeren weiger weigering voldoet voldoen voldaan voorwaarde voorwaarden eis
          eisen criteria criterium vereiste vereisten kaders kader recht rechten aanmerking komt komen
          kom helaas spijt spijtig meedelen mededelen delen berichten bericht besloten beslist
          beslissing besluit besluiten toegekend toekennen toewijzen toegewezen ingewilligd
          inwilligen honoreren gehonoreerd mogelijk onmogelijk toegestaan toestaan toelaatbaar
          conform grond gronden ingevolge krachtens gelet volgens basis gebaseerd geldende
          vigerende toepassing toepasselijk toepasselijke bepaald gesteld gestelde genoemd genoemde
          bedoeld bedoelde vermeld vermelde valt vallen gemeente gemeentelijk gemeentelijke
          wettelijk wettelijke verwijzen verwezen verwijs behandeling behandelen behandeld nemen
          genomen informeren deel instemmen akkoord aansluiten aansluiting procedure standaard
          gebruikelijk gebruikelijke uitkomst negatief afgewezen bovenstaande bovengenoemde
          onderhavige dienaangaande terzake inzake betreft betreffende juridisch juridische
          staan staat stond toe toelaten toelaat laten laat helpen help hulp medewerking verlenen
          geven bepaalt bepalen voorschrijven schrijft voor vast biedt bieden houden
          bevoegd bevoegde instantie geoordeeld oordeel strijd strijdig strijdigheid vastgesteld
          vastgestelde artikel artikelen lid gevolg gevolgen gaan gaat

          application applications request requests rejected reject rejection refused refuse
          refusal denied deny denial declined decline regret regrettably unfortunately sorry inform
          notify advise meet meets met fulfil fulfill satisfy satisfied condition conditions
          requirement requirements criterion criteria eligible eligibility entitled entitlement
          qualify qualifies pursuant accordance according based basis grounds ground applicable
          apply applies applied possible impossible allowed permitted grant granted decision
          decided decide conclude concluded stated mentioned referred refer above current
          legal legally municipal municipality procedure standard article section set out
          therefore hereby herewith relevant competent authority unable able allow allows
          """);

  /** What stands between words and says nothing by itself. */
  private static final Set<String> BETWEEN =
      words(
          """
          de het een en of maar want dus omdat doordat aangezien als dan dat die dit deze daar er
          hier daarom derhalve hierbij hiermee daarmee waarin waarbij waarvan zoals van voor met
          aan op in uit bij om te tot naar door over onder tegen zonder binnen buiten tussen ook nog
          wel niet geen nooit al alle is zijn was waren ben bent wordt worden werd heeft hebben had
          heb kan kunnen kunt kon mag mogen moet moeten zal zullen wil willen u uw je jouw ik wij we
          ons onze mij hij zij ze zich men wat wie waar hoe zo meer hun haar
          the a an and or but because as than that this these those there here so it its of for with
          at on in out by to from through about over under against without within between also yet
          not no never all any is are was were be been being has have had can could may might must
          shall should will would do does did you your yours i we us our my me he she they them
          their who what where how such which if then more
          """);

  private OwnReason() {}

  private static Pattern pattern(String regex) {
    return Pattern.compile(
        regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  private static Set<String> words(String all) {
    return Set.copyOf(List.of(all.strip().split("\\s+")));
  }

  /** Whether it is long enough, and more than a reference to a rule. */
  public static boolean in(String reason) {
    return longEnough(reason) && Read.of(reason).says();
  }

  /** More than dots and dashes: at least so many letters or digits; null is not. */
  public static boolean letters(String words, int least) {
    return words != null && words.codePoints().filter(Character::isLetterOrDigit).count() >= least;
  }

  /** Null is not. */
  public static boolean longEnough(String reason) {
    return reason != null && reason.strip().length() >= SHORTEST;
  }

  /** It names a rule, and says hardly more. */
  public static boolean hardlyMoreThanARule(String reason) {
    Read read = Read.of(reason);
    return read.rule() && read.own() < HARDLY_MORE;
  }

  /**
   * What was read in a reason.
   *
   * @param own how many different words of one's own there are
   * @param rule whether it names a rule
   */
  private record Read(int own, boolean rule) {
    boolean says() {
      return own >= (rule ? BESIDE_A_RULE : WITHOUT_ONE);
    }

    static Read of(String reason) {
      String text =
          reason.substring(0, Math.min(MOST_CHARACTERS, reason.length())).toLowerCase(Locale.ROOT);
      String left = text;
      for (Pattern reference : REFERENCES) {
        left = reference.matcher(left).replaceAll(" ");
      }
      boolean rule = !left.equals(text);
      Set<String> own = new HashSet<>();
      for (String word : left.split("[^\\p{L}\\p{N}]+", -1)) {
        if (RULE.matcher(word).matches()) {
          rule = true;
        } else if (says(word)) {
          own.add(word);
        }
      }
      return new Read(own.size(), rule);
    }

    private static boolean says(String word) {
      return word.length() > 1
          && !Character.isDigit(word.charAt(0))
          && !STOCK.contains(word)
          && !BETWEEN.contains(word);
    }
  }
}
