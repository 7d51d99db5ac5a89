package club.vafa.rewards.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Problem;
import club.vafa.api.Problems;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rewards.Batch;
import club.vafa.rewards.BatchId;
import club.vafa.rewards.Batches;
import club.vafa.rewards.Batches.Imported;
import club.vafa.rewards.Fields;
import club.vafa.rewards.RewardId;
import club.vafa.rewards.RewardsCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Codes in bulk over HTTP: made in the background, or brought along. */
@RestController
@Tag(name = "Rewards")
class BatchesApi {
  private final Batches batches;
  private final VoucherViews views;
  private final Clubs clubs;
  private final Answers answers;
  private final Problems problems;
  private final Idempotency idempotency;

  BatchesApi(
      Batches batches,
      VoucherViews views,
      Clubs clubs,
      Answers answers,
      Problems problems,
      Idempotency idempotency) {
    this.batches = batches;
    this.views = views;
    this.clubs = clubs;
    this.answers = answers;
    this.problems = problems;
    this.idempotency = idempotency;
  }

  /**
   * Codes to make.
   *
   * @param active whether whoever brings one may use it; else they wait to be handed out
   */
  record BatchIn(
      @Nullable String reward,
      @Nullable Long count,
      @Nullable Boolean active,
      @Nullable Instant expiresAt) {}

  /**
   * A batch and how far it is.
   *
   * @param state making or done
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BatchOut(
      String id,
      String reward,
      String state,
      long count,
      long made,
      boolean active,
      @Nullable Instant expiresAt,
      String madeBy,
      Instant madeAt) {
    static BatchOut of(Batch batch) {
      return new BatchOut(
          batch.id().toString(),
          batch.reward().toString(),
          batch.made() < batch.wanted() ? "making" : "done",
          batch.wanted(),
          batch.made(),
          batch.active(),
          batch.expiresAt(),
          batch.madeBy(),
          batch.madeAt());
    }
  }

  /**
   * Codes of somebody else, as a list or as CSV.
   *
   * @param csv one code a line, in the first column; a first line that says code is a heading
   */
  record CodesIn(@Nullable List<@Nullable String> codes, @Nullable String csv) {}

  /**
   * What came of the codes.
   *
   * @param known there already, or named twice
   * @param free codes of the reward that can be handed out now
   * @param refused the first hundred that are no codes
   */
  record CodesOut(long added, long known, long free, List<Problem.Fault> refused) {}

  @PostMapping("/v1/voucher-batches")
  @Needs(Scope.REWARDS_WRITE)
  @Gives(value = BatchOut.class, status = 201)
  @Operation(
      operationId = "makeVouchers",
      summary = "Make many codes",
      description = "They come in the background; ask for the batch to see how far it is.")
  ResponseEntity<?> begin(Caller caller, @RequestBody BatchIn in, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        request,
        () ->
            answers.created(
                wish(club, in, caller.actor()).then(wish -> batches.begin(club, wish)),
                batch -> "/v1/voucher-batches/" + batch.id(),
                BatchOut::of));
  }

  /** What is to be made, or what is wrong with the way it is asked for. */
  static Outcome<Batches.Wish> wish(Club club, BatchIn in, String actor) {
    Input input = new Input();
    Optional<RewardId> reward = RewardId.parse(input.text("/reward", in.reward(), 100));
    if (reward.isEmpty() && !input.faulty()) {
      input.refuse("/reward", InputCode.NOT_AN_ID);
    }
    Long count = input.required("/count", in.count());
    Instant ends = new Fields(club, input).time("/expiresAt", in.expiresAt());
    return input.faulty() || reward.isEmpty() || count == null
        ? Outcome.refused(input.refusals())
        : Outcome.done(
            new Batches.Wish(reward.get(), count, Boolean.TRUE.equals(in.active()), ends, actor));
  }

  @GetMapping("/v1/voucher-batches/{id}")
  @Needs(Scope.REWARDS_READ)
  @Gives(BatchOut.class)
  @Operation(operationId = "getVoucherBatch", summary = "Get a batch of codes")
  ResponseEntity<?> get(Caller caller, @PathVariable("id") String id) {
    return answers.found(
        BatchId.parse(id).flatMap(known -> batches.find(caller.club(), known)),
        Refusal.of(RewardsCode.BATCH_NOT_FOUND),
        BatchOut::of);
  }

  @GetMapping("/v1/voucher-batches")
  @Needs(Scope.REWARDS_READ)
  @Gives(value = BatchOut.class, list = true)
  @Operation(operationId = "listVoucherBatches", summary = "List batches of codes, newest first")
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    return answers.ok(
        Paging.read(limit, after)
            .map(paging ->
                paging.page(
                    (start, most) -> batches.list(caller.club(), start, most),
                    batch -> batch.id().value())),
        page -> page.map(BatchOut::of));
  }

  @GetMapping("/v1/voucher-batches/{id}/vouchers")
  @Needs(Scope.REWARDS_WRITE)
  @Gives(value = VoucherView.class, list = true)
  @Operation(operationId = "listBatchVouchers", summary = "List the codes of a batch")
  ResponseEntity<?> codes(
      Caller caller,
      @PathVariable("id") String id,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    Club club = clubs.get(caller.club());
    Optional<BatchId> batch =
        BatchId.parse(id).filter(known -> batches.find(club.id(), known).isPresent());
    if (batch.isEmpty()) {
      return answers.refused(List.of(Refusal.of(RewardsCode.BATCH_NOT_FOUND)));
    }
    return answers.ok(
        Paging.read(limit, after)
            .map(paging ->
                paging.page(
                    (start, most) -> batches.codes(club.id(), batch.get(), start, most),
                    voucher -> voucher.id().value())),
        page -> page.map(voucher -> views.of(club, voucher)));
  }

  @PostMapping("/v1/rewards/{id}/codes")
  @Needs(Scope.REWARDS_WRITE)
  @Gives(CodesOut.class)
  @Operation(
      operationId = "importCodes",
      summary = "Bring codes along that a reward hands out",
      description = "Each is handed out once. Codes that are there already change nothing.")
  ResponseEntity<?> add(
      Caller caller,
      @PathVariable("id") String id,
      @RequestBody CodesIn in,
      HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    if ((in.codes() == null) == (in.csv() == null)) {
      return answers.refused(
          List.of(Refusal.at("", InputCode.EXACTLY_ONE, Map.of("allowed", "codes, csv"))));
    }
    List<@Nullable String> codes = in.csv() == null ? in.codes() : lines(in.csv());
    return idempotency.once(
        request,
        () ->
            answers.ok(
                RewardId.parse(id)
                    .map(known -> batches.add(club, known, codes == null ? List.of() : codes))
                    .orElseGet(() -> Outcome.refused(Refusal.of(RewardsCode.REWARD_NOT_FOUND))),
                this::shown));
  }

  private static List<@Nullable String> lines(String csv) {
    List<@Nullable String> codes = new ArrayList<>();
    for (String line : csv.lines().toList()) {
      String first = line.split("[,;\t]", 2)[0].strip();
      String code =
          first.length() > 1 && first.startsWith("\"") && first.endsWith("\"")
              ? first.substring(1, first.length() - 1)
              : first;
      boolean heading = codes.isEmpty() && code.equalsIgnoreCase("code");
      if (!code.isBlank() && !heading) {
        codes.add(code);
      }
    }
    return codes;
  }

  private CodesOut shown(Imported imported) {
    return new CodesOut(
        imported.added(),
        imported.known(),
        imported.free(),
        imported.refused().stream()
            .map(refusal -> {
              Problem told = problems.of(refusal);
              return new Problem.Fault(refusal.pointer(), told.code(), told.detail());
            })
            .toList());
  }
}
