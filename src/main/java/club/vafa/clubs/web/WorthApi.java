package club.vafa.clubs.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.ClubsCode;
import club.vafa.clubs.Conversion;
import club.vafa.clubs.ConversionView;
import club.vafa.clubs.Unit;
import club.vafa.clubs.WorthView;
import club.vafa.clubs.WorthView.WorthRequest;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What units are worth and what they are turned into, over HTTP. */
@RestController
class WorthApi {
  private final Clubs clubs;
  private final Answers answers;

  WorthApi(Clubs clubs, Answers answers) {
    this.clubs = clubs;
    this.answers = answers;
  }

  @GetMapping("/v1/units/{code}/worth")
  @Needs(Scope.SETTINGS_READ)
  @Gives(value = WorthView.class, list = true)
  @Operation(
      operationId = "listWorths",
      summary = "All versions of a unit's loyalty table",
      description = "In the order in which they hold; each holds until the next one begins.")
  ResponseEntity<?> worths(@PathVariable("code") String code, Caller caller) {
    Club club = clubs.get(caller.club());
    return answers.ok(
        unit(club, code)
            .map(unit ->
                clubs.worths(club.id(), unit).stream()
                    .map(worth -> WorthView.of(club, unit, worth))
                    .toList()),
        views -> new Page<>(views, null));
  }

  @PutMapping("/v1/units/{code}/worth")
  @Needs(Scope.SETTINGS_WRITE)
  @Gives(WorthView.class)
  @Operation(
      operationId = "putWorth",
      summary = "Set what a unit is worth when a sale is paid with it",
      description =
          "Makes the next version, from now or later on. Of the rows, the first that fits"
              + " holds.")
  ResponseEntity<?> putWorth(
      @PathVariable("code") String code, @RequestBody WorthRequest request, Caller caller) {
    Club club = clubs.get(caller.club());
    return answers.ok(
        unit(club, code)
            .then(unit ->
                request
                    .read(club, unit)
                    .then(worth -> clubs.putWorth(club.id(), code, worth, caller.actor()))
                    .map(worth -> WorthView.of(club, unit, worth))),
        view -> view);
  }

  @GetMapping("/v1/conversions")
  @Needs(Scope.SETTINGS_READ)
  @Gives(value = ConversionView.class, list = true)
  @Operation(operationId = "listConversions", summary = "Which units are turned into which")
  Page<ConversionView> conversions(Caller caller) {
    Club club = clubs.get(caller.club());
    return new Page<>(
        clubs.conversions(club.id()).stream()
            .map(conversion -> ConversionView.of(club, conversion))
            .toList(),
        null);
  }

  @PutMapping("/v1/units/{code}/conversions/{to}")
  @Needs(Scope.SETTINGS_WRITE)
  @Gives(ConversionView.class)
  @Operation(operationId = "putConversion", summary = "Set how a unit is turned into another")
  ResponseEntity<?> putConversion(
      @PathVariable("code") String code,
      @PathVariable("to") String to,
      @RequestBody ConversionView.ConversionRequest request,
      Caller caller) {
    Club club = clubs.get(caller.club());
    Outcome<Conversion> put =
        unit(club, code)
            .then(from ->
                unit(club, to)
                    .then(into -> request.read(from, into))
                    .then(read -> clubs.putConversion(club.id(), read, caller.actor())));
    return answers.ok(put, conversion -> ConversionView.of(club, conversion));
  }

  private static Outcome<Unit> unit(Club club, String code) {
    return club.unit(code)
        .map(Outcome::done)
        .orElseGet(() ->
            Outcome.refused(
                Refusal.at("", ClubsCode.UNIT_UNKNOWN, Map.of("value", Input.shortened(code)))));
  }
}
