package club.vafa.memberships.web;

import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.memberships.Memberships.Joining;
import club.vafa.memberships.MoneyRequest;
import club.vafa.memberships.NewUse;
import club.vafa.memberships.Payment;
import org.jspecify.annotations.Nullable;

/** What the API takes about memberships. */
final class Requests {
  private static final int LONGEST = 200;

  private Requests() {}

  /** Somebody who joins, with the payment when there is one. */
  record JoinRequest(@Nullable String member, @Nullable String plan, @Nullable FeeRequest payment) {
    Outcome<Joining> read(String actor) {
      Input input = new Input();
      String who = input.text("/member", member, LONGEST);
      MemberId id = MemberId.parse(who).orElse(null);
      if (id == null && !who.isEmpty()) {
        input.refuse("/member", InputCode.NOT_AN_ID);
      }
      String code = input.text("/plan", plan, LONGEST);
      Payment paid = payment == null ? null : payment.read(input, "/payment");
      return input.faulty() || id == null
          ? Outcome.refused(input.refusals())
          : Outcome.done(new Joining(id, code, paid, actor));
    }
  }

  /** A payment that took place elsewhere. */
  record FeeRequest(
      @Nullable String paidBy,
      @Nullable String reference,
      Payment.@Nullable Result result,
      @Nullable MoneyRequest amount) {
    Payment read(Input input, String pointer) {
      return Payment.read(
          input,
          pointer,
          new Payment.Sent(
              paidBy, reference, result, MoneyRequest.read(input, pointer + "/amount", amount)));
    }
  }

  /** For how many days it rests at most. */
  record PauseRequest(@Nullable Integer days) {}

  /** When it ends: with its period when that is left out. */
  record Cancellation(@Nullable When when) {
    /** When a cancellation takes effect. */
    enum When {
      PERIOD_END,
      NOW
    }
  }

  /** A use of an entitlement; {@code back} takes an earlier one back. */
  record UseRequest(
      @Nullable String entitlement, @Nullable String document, @Nullable Boolean back) {
    Outcome<NewUse> read(String actor) {
      Input input = new Input();
      NewUse use =
          new NewUse(
              input.text("/entitlement", entitlement, LONGEST),
              input.text("/document", document, LONGEST),
              back != null && back,
              actor);
      return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(use);
    }
  }
}
