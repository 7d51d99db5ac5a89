package club.vafa.till.web;

import club.vafa.api.Caller;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Amount;
import club.vafa.kernel.MemberId;
import club.vafa.members.Wallets;
import club.vafa.spending.Spending;
import club.vafa.spending.Spending.Signed;
import club.vafa.spending.Spending.Wish;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives a till what a member may spend there when the network is down. */
@Hidden
@RestController
class AllowanceApi {
  private final Spending spending;
  private final Wallets wallets;
  private final Clubs clubs;

  AllowanceApi(Spending spending, Wallets wallets, Clubs clubs) {
    this.spending = spending;
    this.wallets = wallets;
    this.clubs = clubs;
  }

  /**
   * What a till is given.
   *
   * @param token null when there is nothing to spend without network
   */
  record AllowanceOut(@Nullable String token, Map<String, String> units, @Nullable Instant until) {}

  @GetMapping("/till/data/allowance")
  @Needs({Scope.PURCHASES_WRITE, Scope.MEMBERS_READ})
  ResponseEntity<AllowanceOut> allowance(
      Caller caller,
      @RequestParam("member") String member,
      @RequestParam(name = "branch", defaultValue = "") String branch,
      @RequestParam(name = "terminal", defaultValue = "") String terminal) {
    Club club = clubs.get(caller.club());
    AllowanceOut out =
        MemberId.parse(member)
            .filter(_ -> stands(caller, branch, terminal))
            .flatMap(id -> signed(club, id, branch, terminal))
            .map(signed -> out(club, signed))
            .orElseGet(() -> new AllowanceOut(null, Map.of(), null));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(out);
  }

  /** Whether the caller may sell there; an allowance of a made-up till would be one more. */
  private boolean stands(Caller caller, String branch, String terminal) {
    if (caller.branch() != null && !branch.equals(caller.branch())) {
      return false;
    }
    if (branch.isEmpty()) {
      return terminal.isEmpty();
    }
    return clubs.branches(caller.club()).stream().anyMatch(one -> one.code().equals(branch))
        && (terminal.isEmpty()
            || clubs.terminals(caller.club()).stream()
                .anyMatch(one -> one.branch().equals(branch) && one.code().equals(terminal)));
  }

  private Optional<Signed> signed(Club club, MemberId id, String branch, String terminal) {
    Map<String, Long> active = new HashMap<>();
    wallets
        .of(club.id(), id)
        .forEach(wallet ->
            club.units().stream()
                .filter(unit -> unit.number() == wallet.unit())
                .forEach(unit -> active.put(unit.code(), wallet.balance().active())));
    return spending.allow(club, new Wish(id, branch, terminal, active));
  }

  private static AllowanceOut out(Club club, Signed signed) {
    Map<String, String> units = new HashMap<>();
    signed
        .left()
        .forEach((code, most) ->
            club.unit(code)
                .ifPresent(unit -> units.put(code, Amount.plain(most, unit.decimals()))));
    return new AllowanceOut(signed.token(), units, signed.allowance().until());
  }
}
