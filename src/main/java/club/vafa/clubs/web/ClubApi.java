package club.vafa.clubs.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Scope;
import club.vafa.clubs.Branch;
import club.vafa.clubs.Club;
import club.vafa.clubs.Club.GiftCardsEarn;
import club.vafa.clubs.Club.ReturnPolicy;
import club.vafa.clubs.ClubSettings;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Terminal;
import club.vafa.clubs.web.UnitView.UnitRequest;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The club, its units, branches and terminals over HTTP. */
@RestController
class ClubApi {
  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_NAME = 200;

  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  ClubApi(Clubs clubs, Answers answers, Idempotency idempotency) {
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /** A club as the API tells it. */
  record ClubView(
      String id,
      String code,
      String name,
      String currency,
      String zone,
      String calendar,
      String language,
      String region,
      boolean walletPaidEarns,
      String giftCardsEarn,
      String returnPolicy,
      boolean toman) {
    static ClubView of(Club club) {
      return new ClubView(
          club.id().toString(),
          club.code(),
          club.name(),
          club.currency().getCurrencyCode(),
          club.zone().getId(),
          club.calendar().name().toLowerCase(Locale.ROOT),
          club.language().code(),
          club.region(),
          club.walletPaidEarns(),
          club.giftCardsEarn().name().toLowerCase(Locale.ROOT),
          club.returnPolicy().name().toLowerCase(Locale.ROOT),
          club.look().toman());
    }
  }

  /** What to change of a club; what is missing stays. */
  record ClubRequest(
      @Nullable String name,
      @Nullable String language,
      @Nullable Boolean walletPaidEarns,
      @Nullable String giftCardsEarn,
      @Nullable String returnPolicy,
      @Nullable Boolean toman) {
    Outcome<ClubSettings> read() {
      Input input = new Input();
      Optional<Language> spoken =
          Arrays.stream(Language.values()).filter(one -> one.code().equals(language)).findFirst();
      if (language != null && spoken.isEmpty()) {
        input.refuse("/language", InputCode.UNKNOWN_VALUE, unknown(language, "en, fa, ar"));
      }
      Optional<ReturnPolicy> policy =
          choice(input, "/returnPolicy", returnPolicy, ReturnPolicy.values());
      Optional<GiftCardsEarn> earn =
          choice(input, "/giftCardsEarn", giftCardsEarn, GiftCardsEarn.values());
      ClubSettings settings =
          new ClubSettings(
              input.optionalText("/name", name, LONGEST_NAME),
              spoken.orElse(null),
              walletPaidEarns,
              earn.orElse(null),
              policy.orElse(null),
              toman);
      return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(settings);
    }

    private static <E extends Enum<E>> Optional<E> choice(
        Input input, String pointer, @Nullable String sent, E[] known) {
      Optional<E> found =
          Arrays.stream(known)
              .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(sent))
              .findFirst();
      if (sent != null && found.isEmpty()) {
        String allowed =
            Arrays.stream(known)
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        input.refuse(pointer, InputCode.UNKNOWN_VALUE, unknown(sent, allowed));
      }
      return found;
    }

    private static Map<String, Object> unknown(String value, String allowed) {
      return Map.of("value", Input.shortened(value), "allowed", allowed);
    }
  }

  /** What people call a branch or terminal. */
  record NameRequest(@Nullable String name) {}

  @GetMapping("/v1/club")
  @Needs(Scope.SETTINGS_READ)
  @Gives(ClubView.class)
  @Operation(operationId = "getClub", summary = "The club and its settings")
  ClubView get(Caller caller) {
    return ClubView.of(clubs.get(caller.club()));
  }

  @PatchMapping("/v1/club")
  @Needs(Scope.SETTINGS_WRITE)
  @Gives(ClubView.class)
  @Operation(operationId = "changeClub", summary = "Change settings of the club")
  ResponseEntity<?> change(@RequestBody ClubRequest request, Caller caller) {
    return answers.ok(
        request.read().then(settings -> clubs.change(caller.club(), settings)), ClubView::of);
  }

  @GetMapping("/v1/units")
  @Needs(Scope.SETTINGS_READ)
  @Gives(value = UnitView.class, list = true)
  @Operation(operationId = "listUnits", summary = "The units members collect")
  Page<UnitView> units(Caller caller) {
    Club club = clubs.get(caller.club());
    return new Page<>(club.units().stream().map(unit -> UnitView.of(club, unit)).toList(), null);
  }

  @PostMapping("/v1/units")
  @Needs(Scope.SETTINGS_WRITE)
  @Gives(value = UnitView.class, status = 201)
  @Operation(operationId = "addUnit", summary = "Add a unit")
  ResponseEntity<?> addUnit(
      @RequestBody UnitRequest request, Caller caller, HttpServletRequest http) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        http,
        () ->
            answers.created(
                request.read(club).then(unit -> clubs.addUnit(club.id(), unit)),
                unit -> "/v1/units/" + unit.code(),
                unit -> UnitView.of(club, unit)));
  }

  @PutMapping("/v1/units/{code}")
  @Needs(Scope.SETTINGS_WRITE)
  @Gives(UnitView.class)
  @Operation(operationId = "changeUnit", summary = "Change what may change about a unit")
  ResponseEntity<?> changeUnit(
      @PathVariable("code") String code, @RequestBody UnitRequest request, Caller caller) {
    Club club = clubs.get(caller.club());
    UnitRequest named =
        new UnitRequest(
            code,
            request.kind(),
            request.names(),
            request.forms(),
            request.decimals(),
            request.rounding(),
            request.mayOwe(),
            request.worth(),
            request.expiry(),
            request.waiting(),
            request.byTier());
    return answers.ok(
        named.read(club).then(unit -> clubs.changeUnit(club.id(), unit)),
        unit -> UnitView.of(club, unit));
  }

  @GetMapping("/v1/branches")
  @Needs(Scope.SETTINGS_READ)
  @Gives(value = Branch.class, list = true)
  @Operation(operationId = "listBranches", summary = "The club's branches")
  Page<Branch> branches(Caller caller) {
    return new Page<>(clubs.branches(caller.club()), null);
  }

  @PutMapping("/v1/branches/{code}")
  @Needs(Scope.SETTINGS_WRITE)
  @Gives(Branch.class)
  @Operation(operationId = "putBranch", summary = "Add or rename a branch")
  ResponseEntity<?> putBranch(
      @PathVariable("code") String code, @RequestBody NameRequest request, Caller caller) {
    Input input = new Input();
    Branch branch =
        new Branch(
            input.text("", code, LONGEST_CODE), input.text("/name", request.name(), LONGEST_NAME));
    return answers.ok(
        checked(input, branch).map(good -> clubs.putBranch(caller.club(), good)), made -> made);
  }

  @GetMapping("/v1/terminals")
  @Needs(Scope.SETTINGS_READ)
  @Gives(value = Terminal.class, list = true)
  @Operation(operationId = "listTerminals", summary = "The club's terminals")
  Page<Terminal> terminals(Caller caller) {
    return new Page<>(clubs.terminals(caller.club()), null);
  }

  @PutMapping("/v1/branches/{branch}/terminals/{code}")
  @Needs(Scope.SETTINGS_WRITE)
  @Gives(Terminal.class)
  @Operation(operationId = "putTerminal", summary = "Add or rename a terminal")
  ResponseEntity<?> putTerminal(
      @PathVariable("branch") String branch,
      @PathVariable("code") String code,
      @RequestBody NameRequest request,
      Caller caller) {
    Input input = new Input();
    Terminal terminal =
        new Terminal(
            branch,
            input.text("", code, LONGEST_CODE),
            input.text("/name", request.name(), LONGEST_NAME));
    return answers.ok(
        checked(input, terminal).then(good -> clubs.putTerminal(caller.club(), good)),
        made -> made);
  }

  private static <T> Outcome<T> checked(Input input, T value) {
    return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(value);
  }
}
