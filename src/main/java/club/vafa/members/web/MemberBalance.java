package club.vafa.members.web;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.ledger.Balance;
import club.vafa.ledger.Statements.WalletView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member has of a unit.
 *
 * @param unit its name in the reader's language
 * @param ending the first part that ends; null when nothing does
 */
public record MemberBalance(
    String unit,
    Amount active,
    Amount pending,
    Amount held,
    Amount owed,
    @Nullable Amount ending,
    @Nullable Instant endsAt) {

  static MemberBalance of(Club club, Language language, WalletView wallet) {
    Unit unit = club.unit(wallet.unit());
    Balance balance = wallet.balance();
    int decimals = unit.decimals();
    return new MemberBalance(
        unit.name(language),
        new Amount(balance.active(), decimals),
        new Amount(balance.pending(), decimals),
        new Amount(balance.held(), decimals),
        new Amount(balance.owed(), decimals),
        wallet.next() == null ? null : new Amount(wallet.next().amount(), decimals),
        wallet.next() == null ? null : wallet.next().at());
  }
}
