package club.vafa.till.web;

import club.vafa.activity.NaturalKey;
import club.vafa.activity.Purchase;
import club.vafa.activity.PurchaseLine;
import club.vafa.activity.Return;
import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.earning.Earning;
import club.vafa.earning.EarningCode;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Digits;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Money;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.TypeId;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks up what was sold, by the number on the receipt. */
@Hidden
@RestController
class SalesApi {
  /** What all tills call themselves: the number on a receipt tells the terminal. */
  static final String SOURCE = "till";

  private static final int QUANTITY_DECIMALS = 3;

  private final Earning earning;
  private final Clubs clubs;
  private final Answers answers;

  SalesApi(Earning earning, Clubs clubs, Answers answers) {
    this.earning = earning;
    this.clubs = clubs;
    this.answers = answers;
  }

  @GetMapping("/till/data/sales")
  @Needs(Scope.PURCHASES_READ)
  ResponseEntity<?> sale(Caller caller, @RequestParam String number) {
    Club club = clubs.get(caller.club());
    String typed = Digits.western(number).strip();
    return answers.found(
        find(club, typed),
        Refusal.of(EarningCode.PURCHASE_NOT_FOUND),
        purchase -> goods(club, purchase, earning.returnsOf(club.id(), purchase.id())));
  }

  private Optional<Purchase> find(Club club, String typed) {
    return TypeId.parse(Purchase.PREFIX, typed)
        .flatMap(id -> earning.find(club.id(), id))
        .or(() -> earning.find(club.id(), new NaturalKey(SOURCE, typed)))
        .or(() -> earning.find(club.id(), new NaturalKey(SOURCE, typed.toUpperCase(Locale.ROOT))));
  }

  private static SoldGoods goods(Club club, Purchase purchase, List<Return> returns) {
    int decimals = Money.decimals(club.currency());
    List<SoldGoods.Line> lines = new ArrayList<>();
    for (int at = 0; at < purchase.lines().size(); at++) {
      PurchaseLine line = purchase.lines().get(at);
      long left = line.quantity() - back(returns, at);
      lines.add(
          new SoldGoods.Line(
              at,
              line.name().isEmpty() ? line.sku() : line.name(),
              Amount.plain(line.quantity(), QUANTITY_DECIMALS),
              Amount.plain(line.amount(), decimals),
              Amount.plain(line.paidByWallets(), decimals),
              Amount.plain(left, QUANTITY_DECIMALS)));
    }
    MemberId member = purchase.member();
    return new SoldGoods(
        TypeId.text(Purchase.PREFIX, purchase.id()),
        purchase.key().externalId(),
        purchase.occurredAt(),
        member == null ? null : member.toString(),
        Amount.plain(purchase.total() - purchase.discount(), decimals),
        lines);
  }

  private static long back(List<Return> returns, int line) {
    return returns.stream()
        .flatMap(one -> one.lines().stream())
        .filter(one -> one.line() == line)
        .mapToLong(Return.Line::quantity)
        .sum();
  }
}
