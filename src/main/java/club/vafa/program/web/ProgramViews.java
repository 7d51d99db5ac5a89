package club.vafa.program.web;

import club.vafa.program.Comparison;
import club.vafa.program.Draft;
import club.vafa.program.Live;
import club.vafa.program.Version;
import club.vafa.program.VersionTold;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Programs as the API tells them. */
final class ProgramViews {
  private ProgramViews() {}

  /**
   * The program in force.
   *
   * @param version the number of the latest version, 0 when there is none yet
   * @param changes what was changed one by one since then
   */
  @Schema(name = "Program")
  record ProgramView(int version, String file, List<String> changes) {
    static ProgramView of(Live live) {
      Version version = live.version();
      return new ProgramView(version == null ? 0 : version.number(), live.file(), live.changes());
    }
  }

  /**
   * A draft.
   *
   * @param file missing in lists
   * @param at when it goes live by itself
   * @param problem the code of what kept it from going live at its time
   */
  @Schema(name = "ProgramDraft")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DraftView(
      String name,
      String state,
      @Nullable String file,
      @Nullable Instant at,
      @Nullable Boolean rebase,
      @Nullable String reason,
      @Nullable String scheduledBy,
      @Nullable String approvedBy,
      @Nullable String problem,
      String changedBy,
      Instant createdAt,
      Instant updatedAt) {
    static DraftView of(Draft draft) {
      return of(draft, draft.file());
    }

    static DraftView listed(Draft draft) {
      return of(draft, null);
    }

    private static DraftView of(Draft draft, @Nullable String file) {
      Draft.GoLive goLive = draft.goLive();
      return new DraftView(
          draft.name(),
          lower(draft.state()),
          file,
          goLive == null ? null : goLive.at(),
          goLive == null ? null : goLive.rebase(),
          goLive == null ? null : goLive.reason(),
          goLive == null ? null : goLive.by(),
          goLive == null ? null : goLive.approvedBy(),
          draft.problem(),
          draft.changedBy(),
          draft.createdAt(),
          draft.updatedAt());
    }
  }

  /** What a draft would change, in sentences. */
  @Schema(name = "ProgramDiff")
  record DiffView(
      List<String> changes, List<String> stays, boolean outdated, List<String> meanwhile) {
    static DiffView of(Comparison comparison) {
      return new DiffView(
          comparison.changes(), comparison.stays(), comparison.outdated(), comparison.meanwhile());
    }
  }

  /**
   * A version.
   *
   * @param kind published, single_changes or rolled_back
   * @param of the version that was rolled back to
   * @param approvedBy the second person, where one was required
   * @param changes what it changed, in lists
   * @param file in lists it is missing
   */
  @Schema(name = "ProgramVersion")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record VersionView(
      int number,
      String kind,
      @Nullable String draft,
      @Nullable Integer of,
      String reason,
      String madeBy,
      Instant madeAt,
      Instant effectiveFrom,
      @Nullable String approvedBy,
      @Nullable List<String> changes,
      @Nullable String file) {
    static VersionView of(Version version) {
      return of(version, null, version.file());
    }

    static VersionView of(VersionTold told) {
      return of(told.version(), told.changes(), null);
    }

    private static VersionView of(
        Version version, @Nullable List<String> changes, @Nullable String file) {
      return new VersionView(
          version.number(),
          lower(version.kind()),
          version.draft(),
          version.of(),
          version.reason(),
          version.madeBy(),
          version.madeAt(),
          version.effectiveFrom(),
          version.approvedBy(),
          changes,
          file);
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
