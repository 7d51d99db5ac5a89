package club.vafa.tiers.web;

import club.vafa.api.Answers;
import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.Cursor;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.tiers.DefinedSet;
import club.vafa.tiers.SetVersion;
import club.vafa.tiers.TierCode;
import club.vafa.tiers.Tiers;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Sets of tiers over HTTP: defined, changed, ended. */
@RestController
@Tag(name = "Tiers")
class TierSetsApi {
  private final Tiers tiers;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  TierSetsApi(Tiers tiers, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.tiers = tiers;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /** A set of tiers as the API tells it. */
  public record TierSetView(
      String code,
      String state,
      int version,
      JsonNode definition,
      Instant createdAt,
      Instant updatedAt) {
    static TierSetView of(DefinedSet set) {
      return new TierSetView(
          set.code(),
          set.live() ? "live" : "ended",
          set.version(),
          set.definition(),
          set.createdAt(),
          set.updatedAt());
    }
  }

  /** One change of a set; without definition it was ended. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TierSetVersionView(
      int version, @Nullable JsonNode definition, String changedBy, Instant changedAt) {
    static TierSetVersionView of(SetVersion version) {
      return new TierSetVersionView(
          version.version(), version.definition(), version.changedBy(), version.changedAt());
    }
  }

  @GetMapping("/v1/tier-sets")
  @Needs(Scope.TIERS_READ)
  @Gives(value = TierSetView.class, list = true)
  @Operation(operationId = "listTierSets", summary = "List sets of tiers")
  ResponseEntity<?> list(
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after,
      Caller caller) {
    return answers.ok(
        NamedPaging.read(limit, after)
            .map(paging ->
                paging.page(
                    (code, most) -> tiers.list(caller.club(), code, most), DefinedSet::code)),
        page -> page.map(TierSetView::of));
  }

  @GetMapping("/v1/tier-sets/{code}")
  @Needs(Scope.TIERS_READ)
  @Gives(TierSetView.class)
  @Operation(operationId = "getTierSet", summary = "Get a set of tiers")
  ResponseEntity<?> get(@PathVariable("code") String code, Caller caller) {
    return answers.found(
        tiers.find(caller.club(), code), Refusal.of(TierCode.TIER_SET_NOT_FOUND), TierSetView::of);
  }

  @PutMapping("/v1/tier-sets/{code}")
  @Needs(Scope.TIERS_WRITE)
  @Gives(TierSetView.class)
  @Operation(
      operationId = "putTierSet",
      summary = "Define a set of tiers, or change it",
      description =
          "The whole definition each time. Tiers may be added and changed, but those that there were"
              + " stay. Members are judged anew in the next minutes: they may rise at once, and keep"
              + " what they have until its end.")
  ResponseEntity<?> put(
      @PathVariable("code") String code, @RequestBody JsonNode definition, Caller caller) {
    return answers.ok(
        tiers.put(clubs.get(caller.club()), code, definition, caller.actor()), TierSetView::of);
  }

  @PostMapping("/v1/tier-sets/{code}/end")
  @Needs(Scope.TIERS_WRITE)
  @Gives(TierSetView.class)
  @Operation(operationId = "endTierSet", summary = "End a set of tiers for good")
  ResponseEntity<?> end(
      @PathVariable("code") String code, Caller caller, HttpServletRequest request) {
    return idempotency.once(
        request,
        () ->
            answers.ok(tiers.end(clubs.get(caller.club()), code, caller.actor()), TierSetView::of));
  }

  @GetMapping("/v1/tier-sets/{code}/versions")
  @Needs(Scope.TIERS_READ)
  @Gives(value = TierSetVersionView.class, list = true)
  @Operation(
      operationId = "listTierSetVersions",
      summary = "Who changed a set of tiers, when and how; newest first")
  ResponseEntity<?> versions(
      @PathVariable("code") String code,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after,
      Caller caller) {
    if (tiers.find(caller.club(), code).isEmpty()) {
      return answers.refused(List.of(Refusal.of(TierCode.TIER_SET_NOT_FOUND)));
    }
    return answers.ok(
        before(after)
            .then(before ->
                Paging.read(limit, null)
                    .map(paging ->
                        Page.of(
                            tiers.versions(caller.club(), code, before, paging.limit() + 1),
                            paging.limit(),
                            version -> Cursor.of(version.version())))),
        page -> page.map(TierSetVersionView::of));
  }

  private static Outcome<Integer> before(@Nullable String after) {
    return after == null
        ? Outcome.done(Integer.MAX_VALUE)
        : Cursor.read(after, 1)
            .then(cursor -> {
              String version = cursor.parts().getFirst();
              return version.matches("[0-9]{1,9}")
                  ? Outcome.done(Integer.valueOf(version))
                  : Outcome.refused(Refusal.of(ApiCode.BAD_CURSOR));
            });
  }
}
