package club.vafa.members.web;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.ledger.Balance;
import club.vafa.ledger.Statements.WalletView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A wallet as the API tells it; amounts are in whole units. */
@Schema(name = "Wallet")
record WalletOut(
    String unit,
    Amount active,
    Amount pending,
    Amount held,
    Amount owed,
    @Nullable NextExpiry nextExpiry) {

  /** The first part of a wallet that ends, and the first instant at which it is gone. */
  @Schema(name = "NextExpiry")
  record NextExpiry(Amount amount, Instant at) {}

  static WalletOut of(Club club, WalletView wallet) {
    Unit unit = club.unit(wallet.unit());
    int decimals = unit.decimals();
    Balance balance = wallet.balance();
    return new WalletOut(
        unit.code(),
        new Amount(balance.active(), decimals),
        new Amount(balance.pending(), decimals),
        new Amount(balance.held(), decimals),
        new Amount(balance.owed(), decimals),
        wallet.next() == null
            ? null
            : new NextExpiry(new Amount(wallet.next().amount(), decimals), wallet.next().at()));
  }
}
