package club.vafa.referrals.web;

import club.vafa.kernel.MemberId;
import club.vafa.kernel.TypeId;
import club.vafa.referrals.Referral;
import club.vafa.referrals.ReferralId;
import club.vafa.referrals.ReferralState;
import club.vafa.referrals.ReferralStep;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A referral as the API tells it.
 *
 * @param signals the signs against it, in the reader's language
 * @param purchase the friend's purchase that qualified
 * @param event the advocate's event, which tells what was given
 * @param steps in answers about one referral
 */
@Schema(name = "Referral")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReferralOut(
    ReferralId id,
    ReferralState state,
    MemberId friend,
    MemberId advocate,
    Instant joinedAt,
    int score,
    List<SignalOut> signals,
    boolean released,
    @Nullable String purchase,
    @Nullable String event,
    @Nullable List<ReferralStep> steps) {

  /** A sign against a referral. */
  @Schema(name = "ReferralSignal")
  record SignalOut(String code, String reason) {}

  static ReferralOut of(
      Referral referral, List<SignalOut> signals, @Nullable List<ReferralStep> steps) {
    return new ReferralOut(
        referral.id(),
        referral.state(),
        referral.friend(),
        referral.advocate(),
        referral.joinedAt(),
        referral.score(),
        signals,
        referral.cleared(),
        referral.purchase() == null ? null : TypeId.text("pur", referral.purchase()),
        referral.event() == null ? null : TypeId.text("evt", referral.event()),
        steps);
  }
}
