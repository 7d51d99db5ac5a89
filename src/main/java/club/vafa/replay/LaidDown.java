package club.vafa.replay;

import club.vafa.api.Json;
import club.vafa.campaigns.SafetyForm;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Unit;
import club.vafa.clubs.Worth;
import club.vafa.clubs.WorthView.WorthRequest;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.program.Tried;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what a whole program lays down for all campaigns, and its loyalty tables. */
@Component
class LaidDown {
  private final Clubs clubs;
  private final Json json;
  private final Clock clock;

  LaidDown(Clubs clubs, Json json, Clock clock) {
    this.clubs = clubs;
    this.json = json;
    this.clock = clock;
  }

  Outcome<Candidate.Laid> down(Tried tried) {
    JsonNode safety = tried.safety();
    Outcome<Map<String, Worth>> worths = worths(tried);
    return safety == null
        ? worths.map(tables -> new Candidate.Laid(null, tables))
        : json.read(safety, SafetyForm.class)
            .then(form -> form.read(""))
            .then(laid -> worths.map(tables -> new Candidate.Laid(laid.policy(), tables)));
  }

  /** The tables that are not as they are now: of those that are, what they once were counts. */
  private Outcome<Map<String, Worth>> worths(Tried tried) {
    Map<String, JsonNode> tables = tried.worths();
    Map<String, Worth> worths = new HashMap<>();
    if (tables == null) {
      return Outcome.done(worths);
    }
    for (Unit unit : tried.club().units()) {
      JsonNode table = tables.get(unit.code());
      Outcome<Worth> read =
          table == null ? Outcome.done(Worth.of(unit.worth())) : read(tried.club(), unit, table);
      switch (read) {
        case Done<Worth>(Worth worth) -> {
          if (!worth.from(Instant.MIN).equals(now(tried.club(), unit))) {
            worths.put(unit.code(), worth.from(Instant.MIN));
          }
        }
        case Refused<Worth>(var refusals) -> {
          return Outcome.refused(refusals);
        }
      }
    }
    return Outcome.done(worths);
  }

  private Outcome<Worth> read(Club club, Unit unit, JsonNode table) {
    return json.read(table, WorthRequest.class).then(form -> form.read(club, unit));
  }

  private @Nullable Worth now(Club club, Unit unit) {
    return clubs
        .get(club.id())
        .unit(unit.code())
        .map(known -> clubs.worth(club.id(), known, clock.instant()).from(Instant.MIN))
        .orElse(null);
  }
}
