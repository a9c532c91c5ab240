package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.aanspreekpunt.casework.Absences;
import nl.aanspreekpunt.casework.Answering;
import nl.aanspreekpunt.casework.Attendance;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Completing;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Distributing;
import nl.aanspreekpunt.casework.Foreseeing;
import nl.aanspreekpunt.casework.Importing;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Worklist;
import nl.aanspreekpunt.casework.contact.Agreements;
import nl.aanspreekpunt.casework.household.HouseholdWork;
import nl.aanspreekpunt.casework.sofar.SoFarWork;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.council.Council;
import nl.aanspreekpunt.figures.FiguresOverTime;
import nl.aanspreekpunt.friction.FrictionWork;
import nl.aanspreekpunt.inbox.Doubting;
import nl.aanspreekpunt.inbox.Inbox;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.TryingAgain;
import nl.aanspreekpunt.inbox.files.Filing;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.optout.OptOuts;
import nl.aanspreekpunt.routing.Teaching;
import nl.aanspreekpunt.routing.Vocabulary;
import nl.aanspreekpunt.routing.learned.Learning;
import nl.aanspreekpunt.search.Search;
import nl.aanspreekpunt.setup.problems.Looking;
import nl.aanspreekpunt.story.StoryWork;
import nl.aanspreekpunt.trail.TrailWork;

/** The interface to other systems, at {@code /api/v1}: JSON, described by its OpenAPI document. */
public final class Api {
  private static final int LARGEST_BODY = 512 * 1024;

  private final Admission admission;
  private final Mishaps mishaps = new Mishaps();
  private final Attendance attendance;
  private final Clock clock;
  private final OpenApi document = OpenApi.read();
  private final List<Operation> operations = new ArrayList<>();

  /**
   * What it is made of.
   *
   * @param directoryFile as configured
   * @param zone in which a day begins and ends
   * @param aMinute requests of one token
   */
  public record Parts(
      Inbox inbox,
      Receipts receipts,
      Cases cases,
      Casework casework,
      Departing departing,
      Distributing distributing,
      Absences absences,
      Attendance attendance,
      Importing importing,
      Completing completing,
      Foreseeing foreseeing,
      Directories directories,
      Learning learning,
      Path directoryFile,
      Identities identities,
      Outbox outbox,
      OptOuts optOuts,
      TryingAgain tryingAgain,
      Vocabulary vocabulary,
      Teaching teaching,
      ApiTokens tokens,
      FrictionWork frictions,
      StoryWork stories,
      HouseholdWork households,
      SoFarWork soFar,
      Council council,
      FiguresOverTime figures,
      Doubting doubting,
      Filing filing,
      Search search,
      TrailWork trail,
      Looking looking,
      ZoneId zone,
      int aMinute) {}

  public Api(Vertx vertx, Parts parts, Clock clock) {
    this.clock = clock;
    attendance = parts.attendance();
    admission = new Admission(parts.tokens(), parts.directories(), parts.aMinute());
    Timeline timeline = new Timeline(parts.cases(), parts.receipts(), parts.outbox());
    Changing changing =
        new Changing(
            parts.casework(),
            new Answering(parts.casework(), parts.identities()),
            new Agreements(parts.identities()),
            timeline);
    CaseFinding finding = new CaseFinding(parts.cases());
    operations.add(Operation.get("/openapi.json", null, call -> document.answer()));
    operations.addAll(
        new CaseCalls(parts.cases(), parts.trail().reading(), parts.identities(), timeline)
            .operations());
    Joining joining = new Joining(parts.cases(), parts.casework());
    Wanted wanted = new Wanted(parts.optOuts());
    operations.addAll(
        new ActCalls(changing, finding, parts.receipts(), joining, wanted).operations());
    operations.addAll(
        new DecisionCalls(changing, finding, parts.receipts(), parts.identities()).operations());
    operations.addAll(new EscalationCalls(parts.foreseeing()).operations());
    operations.addAll(
        new PlacingCalls(
                changing, finding, new Worklist(parts.cases()), parts.receipts(), parts.teaching())
            .operations());
    operations.addAll(new SearchCalls(parts.search()).operations());
    operations.addAll(new LessonCalls(parts.vocabulary(), parts.teaching()).operations());
    operations.addAll(new OfferCalls(parts.cases()).operations());
    operations.addAll(
        new TalkCalls(changing, finding, parts.cases(), parts.identities()).operations());
    operations.addAll(
        new ConsultCalls(changing, finding, parts.cases(), parts.directories(), clock)
            .operations());
    operations.addAll(new CaseTableCalls(changing, finding).operations());
    operations.addAll(new CallbackCalls(changing, finding).operations());
    operations.addAll(new PromiseCalls(changing, finding).operations());
    operations.addAll(new CallLists(parts.cases()).operations());
    operations.addAll(new PromisingCalls(changing, finding).operations());
    operations.addAll(
        new MessageCalls(parts.inbox(), parts.receipts(), parts.cases()).operations());
    operations.addAll(new DoubtfulCalls(parts.doubting()).operations());
    operations.addAll(
        new FileCalls(
                changing,
                finding,
                parts.cases(),
                parts.receipts(),
                parts.filing(),
                parts.trail().trail())
            .operations());
    operations.addAll(new OfficialCalls(parts.absences(), parts.attendance()).operations());
    operations.addAll(new DepartureCalls(parts.departing(), parts.cases()).operations());
    operations.addAll(
        new DirectoryCalls(
                vertx,
                parts.distributing().rearranging(),
                parts.directoryFile(),
                parts.identities(),
                parts.cases(),
                parts.casework())
            .operations());
    operations.addAll(
        new ResponsibilityCalls(
                parts.cases(), parts.casework(), parts.identities(), changing, parts.zone())
            .operations());
    operations.addAll(new SharingCalls(parts.cases()).operations());
    operations.addAll(new LearningCalls(parts.learning(), parts.trail().trail()).operations());
    operations.addAll(new FrictionCalls(parts.frictions(), parts.cases()).operations());
    operations.addAll(new StoryCalls(parts.stories(), parts.cases()).operations());
    operations.addAll(new HouseholdCalls(parts.households(), finding, parts.cases()).operations());
    operations.addAll(new SoFarCalls(parts.soFar(), finding).operations());
    operations.addAll(new CouncilCalls(parts.council()).operations());
    operations.addAll(new FiguresCalls(parts.figures()).operations());
    operations.addAll(new PinCalls(parts.directories()).operations());
    operations.addAll(new BackingCalls(changing, finding).operations());
    operations.addAll(new ContactCalls(changing, finding, parts.identities()).operations());
    operations.addAll(new PrincipleCalls(changing, finding, parts.cases()).operations());
    operations.addAll(new ReassignmentCalls(parts.distributing()).operations());
    operations.addAll(new TableCalls(parts.importing()).operations());
    operations.addAll(new CompleteCalls(parts.completing()).operations());
    operations.addAll(new SetAsideCalls(parts.tryingAgain(), parts.cases()).operations());
    operations.addAll(new TokenCalls(parts.tokens(), parts.trail().trail()).operations());
    operations.addAll(new TrailCalls(parts.trail(), parts.zone()).operations());
    operations.addAll(new SetupCalls(parts.looking()).operations());
    operations.addAll(
        new OutboxCalls(parts.outbox(), parts.cases(), parts.casework()).operations());
  }

  public void mount(Router router) {
    String all = Call.BASE + "/*";
    router.route(all).failureHandler(mishaps::failed);
    router.route(all).handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
    for (Operation operation : operations) {
      Set<String> parameters = document.queryParameters(operation);
      router
          .route(operation.method(), Call.BASE + operation.path())
          .handler(context -> answer(context, operation, parameters));
    }
    router.route(all).handler(this::unknown);
  }

  private void answer(RoutingContext context, Operation operation, Set<String> parameters) {
    Future.succeededFuture()
        .compose(asked -> admission.admit(context, operation.scope(), clock.instant()))
        .onSuccess(this::seen)
        .compose(caller -> accepting(context, operation).map(caller))
        .map(caller -> new Call(context, caller, clock.instant()).with(parameters))
        .compose(operation.does())
        .otherwise(mishaps::answer)
        .onSuccess(answer -> answer.send(context.response()))
        .onFailure(context::fail);
  }

  private void seen(Caller caller) {
    if (!caller.isSystem()) {
      attendance.seen(caller.official().id());
    }
  }

  private static Future<Void> accepting(RoutingContext context, Operation operation) {
    List<MIMEHeader> accepted = context.parsedHeaders().accept();
    boolean fits =
        accepted.isEmpty()
            || accepted.stream().anyMatch(Api::fits)
            || (operation.table() && accepted.stream().anyMatch(Api::isTable));
    return fits ? Future.succeededFuture() : Problem.of(406, "only-json").failed();
  }

  private static boolean isTable(MIMEHeader accepted) {
    return accepted.component().equals("text")
        && List.of("*", "csv").contains(accepted.subComponent());
  }

  private static boolean fits(MIMEHeader accepted) {
    return switch (accepted.component()) {
      case "*" -> true;
      case "application" -> List.of("*", "json", "problem+json").contains(accepted.subComponent());
      default -> false;
    };
  }

  /** No such path, or not this method. */
  private void unknown(RoutingContext context) {
    String path = context.request().path().substring(Call.BASE.length());
    TreeSet<String> methods = new TreeSet<>();
    operations.stream()
        .filter(operation -> operation.at(path))
        .map(Operation::method)
        .map(HttpMethod::name)
        .forEach(methods::add);
    Problem problem =
        methods.isEmpty()
            ? Problem.noSuch("path")
            : Problem.of(405, "method").with("Allow", String.join(", ", methods));
    problem.answer().send(context.response());
  }
}
