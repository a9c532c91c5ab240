package nl.aanspreekpunt;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The design's directions and habits. A rule whose pattern matches no class fails. */
class ArchitectureTest {
  private static final String ROOT = "nl.aanspreekpunt";
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final String WEB = ROOT + ".web..";
  private static final String INBOX = ROOT + ".inbox..";
  private static final String SMS = ROOT + ".inbox.sms..";
  private static final String PHONE = ROOT + ".phone..";
  private static final String ROUTING = ROOT + ".routing..";
  private static final String CASEWORK = ROOT + ".casework..";
  private static final String FRICTION = ROOT + ".friction..";
  private static final String STORY = ROOT + ".story..";
  private static final String COUNCIL = ROOT + ".council..";
  private static final String FIGURES = ROOT + ".figures..";
  private static final String TRAIL = ROOT + ".trail..";
  private static final String PROMISE = ROOT + ".promise..";
  private static final String OFFICIAL = ROOT + ".official..";
  private static final String CITIZEN = ROOT + ".citizen..";
  private static final String OUTBOX = ROOT + ".outbox..";
  private static final String STORE = ROOT + ".store..";
  private static final String OPERATIONS = ROOT + ".operations..";
  private static final String SETUP = ROOT + ".setup..";
  private static final String OUR_TWILIO = ROOT + ".twilio..";
  private static final List<String> PACKAGES =
      List.of(
          WEB,
          INBOX,
          SMS,
          PHONE,
          ROUTING,
          CASEWORK,
          FRICTION,
          STORY,
          COUNCIL,
          FIGURES,
          TRAIL,
          PROMISE,
          OFFICIAL,
          CITIZEN,
          OUTBOX,
          STORE,
          OPERATIONS,
          SETUP,
          OUR_TWILIO);

  private static final String VERTX_WEB = "io.vertx.ext.web..";
  private static final String BSON = "org.bson..";
  private static final String MONGODB = "com.mongodb..";
  private static final String TWILIO = "com.twilio..";
  private static final String TEMPLATES = "gg.jte..";
  private static final String HTML = "org.owasp.html..";
  private static final String MIME = "jakarta.mail..";
  private static final String[] EMBEDDED = {"de.bwaldvogel.mongo..", "org.h2.."};
  private static final List<String> LIBRARIES =
      List.of(VERTX_WEB, BSON, MONGODB, TWILIO, TEMPLATES, HTML, MIME, EMBEDDED[0], EMBEDDED[1]);

  private static final DescribedPredicate<JavaClass> MONGO_CLASSES =
      describe("Mongo* classes", type -> type.getName().matches(".*\\.Mongo[^.]*"));

  private static final DescribedPredicate<JavaClass> WIRING =
      describe("the wiring", type -> type.getPackageName().equals(ROOT));

  @Test
  void everyPatternHereMatchesSomething() {
    for (String pattern : PACKAGES) {
      assertThat(PROGRAM.that(resideInAPackage(pattern))).as(pattern).isNotEmpty();
    }
    for (String pattern : LIBRARIES) {
      assertThat(PROGRAM)
          .as("something uses " + pattern)
          .anyMatch(
              type ->
                  type.getDirectDependenciesFromSelf().stream()
                      .anyMatch(use -> resideInAPackage(pattern).test(use.getTargetClass())));
    }
    assertThat(PROGRAM.that(MONGO_CLASSES)).as("Mongo* classes").isNotEmpty();
    assertThat(PROGRAM.that(WIRING)).as("the wiring").isNotEmpty();
  }

  @Test
  void dependenciesPointOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("web")
        .definedBy(WEB)
        .layer("inbox")
        .definedBy(INBOX)
        .layer("phone")
        .definedBy(PHONE)
        .layer("routing")
        .definedBy(ROUTING)
        .layer("casework")
        .definedBy(CASEWORK)
        .layer("friction")
        .definedBy(FRICTION)
        .layer("story")
        .definedBy(STORY)
        .layer("council")
        .definedBy(COUNCIL)
        .layer("figures")
        .definedBy(FIGURES)
        .layer("trail")
        .definedBy(TRAIL)
        .layer("promise")
        .definedBy(PROMISE)
        .layer("official")
        .definedBy(OFFICIAL)
        .layer("citizen")
        .definedBy(CITIZEN)
        .layer("outbox")
        .definedBy(OUTBOX)
        .layer("store")
        .definedBy(STORE)
        .layer("operations")
        .definedBy(OPERATIONS)
        .layer("setup")
        .definedBy(SETUP)
        .whereLayer("web")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("inbox")
        .mayOnlyBeAccessedByLayers("web", "phone")
        .whereLayer("phone")
        .mayOnlyBeAccessedByLayers("web")
        .whereLayer("routing")
        .mayOnlyBeAccessedByLayers("web", "inbox", "phone", "trail")
        .whereLayer("casework")
        .mayOnlyBeAccessedByLayers(
            "web",
            "inbox",
            "phone",
            "routing",
            "friction",
            "story",
            "council",
            "figures",
            "trail",
            "setup")
        .whereLayer("setup")
        .mayOnlyBeAccessedByLayers("web", "inbox")
        .whereLayer("friction")
        .mayOnlyBeAccessedByLayers("web", "council")
        .whereLayer("story")
        .mayOnlyBeAccessedByLayers("web", "council")
        .whereLayer("council")
        .mayOnlyBeAccessedByLayers("web", "figures")
        .whereLayer("figures")
        .mayOnlyBeAccessedByLayers("web")
        .whereLayer("trail")
        .mayOnlyBeAccessedByLayers("web")
        .whereLayer("promise")
        .mayNotAccessAnyLayer()
        .whereLayer("citizen")
        .mayOnlyAccessLayers("store")
        .whereLayer("official")
        .mayOnlyAccessLayers("promise", "store")
        .whereLayer("outbox")
        .mayOnlyAccessLayers("promise", "official", "citizen", "store", "operations")
        .whereLayer("store")
        .mayNotAccessAnyLayer()
        .whereLayer("operations")
        .mayNotAccessAnyLayer()
        .check(PROGRAM);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void nothingKnowsTheWiring() {
    noClasses()
        .that(DescribedPredicate.not(WIRING))
        .should()
        .dependOnClassesThat(WIRING)
        .check(PROGRAM);
  }

  @Test
  void onlyChannelsAndPagesKnowVertxWeb() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROUTING, CASEWORK, FRICTION, STORY, COUNCIL, FIGURES, TRAIL, PROMISE, OFFICIAL, CITIZEN,
            OUTBOX, STORE, SETUP)
        .or()
        .resideInAPackage(ROOT + ".inbox")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(VERTX_WEB)
        .check(PROGRAM);
  }

  @Test
  void onlyTheStoreAndMongoClassesKnowTheDatabase() {
    noClasses()
        .that()
        .resideOutsideOfPackage(STORE)
        .and(DescribedPredicate.not(MONGO_CLASSES))
        .should()
        .dependOnClassesThat(resideInAnyPackage(BSON, MONGODB))
        .check(PROGRAM);
  }

  @Test
  void mongoClassesStayInTheirPackage() {
    classes()
        .that(MONGO_CLASSES)
        .and()
        .areTopLevelClasses()
        .and()
        .resideOutsideOfPackage(STORE)
        .should()
        .bePackagePrivate()
        .check(PROGRAM);
  }

  @Test
  void onlyItsAdaptersKnowTwilio() {
    noClasses()
        .that()
        .resideOutsideOfPackages(OUTBOX, SMS, PHONE, OUR_TWILIO)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(TWILIO)
        .check(PROGRAM);
  }

  @Test
  void onlyPagesAndMailKnowTemplates() {
    noClasses()
        .that()
        .resideOutsideOfPackages(WEB, OUTBOX)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(TEMPLATES)
        .check(PROGRAM);
  }

  @Test
  void onlyChannelsKnowMimeAndHtml() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".inbox.email..", ROOT + ".inbox.webform..", OUTBOX, WEB)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(HTML, MIME)
        .check(PROGRAM);
  }

  @Test
  void onlyTheStoreKnowsTheEmbeddedDatabase() {
    noClasses()
        .that()
        .resideOutsideOfPackage(STORE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".store.embedded..")
        .check(PROGRAM);
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".store.embedded..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(EMBEDDED)
        .check(PROGRAM);
  }

  @Test
  void promisesAreFactsAndTimeAlone() {
    classes()
        .that()
        .resideInAPackage(PROMISE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(PROMISE, "java..", "de.focus_shift.jollyday..")
        .check(PROGRAM);
  }

  private static final Set<String> READ_THE_CLOCK =
      Set.of(
          "java.lang.System.currentTimeMillis()",
          "java.time.Instant.now()",
          "java.time.LocalDate.now()",
          "java.time.LocalDateTime.now()",
          "java.time.OffsetDateTime.now()",
          "java.time.ZonedDateTime.now()",
          "java.time.Clock.systemUTC()",
          "java.time.Clock.systemDefaultZone()");

  /** The IMAP library tells time in its own way. */
  @Test
  void timeIsGiven() {
    noClasses()
        .that(DescribedPredicate.not(WIRING))
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".inbox.email.imap.ImapFolders")
        .should()
        .callMethodWhere(calls("a clock of its own", READ_THE_CLOCK))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Date")
        .check(PROGRAM);
  }

  /** But where a mail comes in: each session of SMTP and each mailbox has a thread to wait on. */
  @Test
  void nothingWaits() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".inbox.email.OwnThread")
        .should()
        .callMethodWhere(
            calls("waiting", Set.of("java.lang.Thread.sleep(long)"))
                .or(
                    describe(
                        "waiting for a future",
                        call ->
                            call.getTargetOwner().isAssignableTo(CompletableFuture.class)
                                && Set.of("get", "join").contains(call.getName()))))
        .check(PROGRAM);
  }

  @Test
  void nothingStaticChanges() {
    fields()
        .that()
        .areStatic()
        .should()
        .beFinal()
        .andShould()
        .notHaveRawType(
            describe(
                "state",
                type ->
                    type.getPackageName().startsWith("java.util.concurrent")
                        || Map.of("java.util.HashMap", 1, "java.util.ArrayList", 1)
                            .containsKey(type.getName())))
        .check(PROGRAM);
  }

  @Test
  void onlyTheWiringPrints() {
    noClasses()
        .that(DescribedPredicate.not(WIRING))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(PROGRAM);
  }

  private static DescribedPredicate<JavaCall<?>> calls(String what, Set<String> methods) {
    return describe(
        what,
        call -> {
          AccessTarget target = call.getTarget();
          return methods.contains(target.getFullName());
        });
  }
}
