package club.vafa.replay;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Why a replay is refused. */
public enum ReplayCode implements ProblemCode {
  REPLAY_NOT_FOUND(Kind.NOT_FOUND),
  REPLAYS_TOO_MANY(Kind.CONFLICT),
  REPLAY_OVER(Kind.CONFLICT),
  REPLAY_RUNNING(Kind.CONFLICT),
  REPLAY_NOTHING_PAST(Kind.REFUSED),
  REPLAY_PERIOD_EMPTY(Kind.REFUSED),
  REPLAY_CAMPAIGN_UNKNOWN(Kind.REFUSED),
  REPLAY_CAMPAIGN_ENDED(Kind.REFUSED),
  REPLAY_CAMPAIGN_TWICE(Kind.REFUSED),
  REPLAY_NOT_LIVE(Kind.REFUSED),
  REPLAY_MEMBER_UNKNOWN(Kind.REFUSED),
  /** The club has no draft of its program by this name. */
  REPLAY_PROGRAM_UNKNOWN(Kind.REFUSED),
  /** A program comes from a draft or from a file. */
  REPLAY_PROGRAM_TWICE(Kind.REFUSED),
  REPLAY_TIER_SET_NOT_LIVE(Kind.REFUSED),
  /** No file of sales has this id; one without a replay is forgotten after a day. */
  PAST_NOT_FOUND(Kind.NOT_FOUND),
  REPLAY_PAST_UNKNOWN(Kind.REFUSED),
  /** The sales of a file are lived through whole, whoever bought. */
  REPLAY_PAST_OF_MEMBERS(Kind.REFUSED);

  private final Kind kind;

  ReplayCode(Kind kind) {
    this.kind = kind;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
