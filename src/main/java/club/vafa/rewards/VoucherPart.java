package club.vafa.rewards;

import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import club.vafa.members.MemberPart;
import club.vafa.rewards.VoucherStore.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A member's open vouchers: shown with the member, gone on with it, cancelled when it leaves. */
@Component
class VoucherPart implements MemberPart {
  private static final int MOST_SHOWN = 50;

  private final VoucherStore store;
  private final Ids ids;
  private final Clock clock;

  VoucherPart(VoucherStore store, Ids ids, Clock clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  /** A voucher as the member's page of the API shows it. */
  record Shown(VoucherId id, String code, Voucher.State state, @Nullable Instant expiresAt) {}

  @Override
  public String name() {
    return "vouchers";
  }

  @Override
  public List<Shown> show(ClubId club, MemberId member) {
    return store.ofMember(club, member, null, MOST_SHOWN).stream()
        .filter(VoucherPart::isOpen)
        .map(one -> new Shown(one.id(), one.shown(), one.state(), one.expiresAt()))
        .toList();
  }

  private static boolean isOpen(Voucher voucher) {
    return switch (voucher.state()) {
      case ACTIVE, RESERVED, PARTIALLY_REDEEMED -> true;
      case ISSUED, REDEEMED, EXPIRED, CANCELLED, BLOCKED -> false;
    };
  }

  @Override
  public void erase(ClubId club, MemberId member) {
    Instant now = clock.instant();
    List<Voucher> open = store.openOfMember(club, member);
    store.update(club, open.stream().map(one -> one.in(Voucher.State.CANCELLED)).toList());
    store.insertSteps(
        club,
        open.stream()
            .map(one ->
                new Step(one.id(), ids.next(), "cancel", 0, null, now, null, "member erased"))
            .toList());
  }

  @Override
  public void move(ClubId club, MemberId from, MemberId into) {
    store.move(club, from, into);
  }
}
