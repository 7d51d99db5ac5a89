package club.vafa.ledger;

import club.vafa.kernel.MemberId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which pages of the books to open. Earning needs only the wallets; whatever takes value away needs
 * the lots too; whatever undoes needs what the document caused.
 */
public final class Scope {
  private final Set<MemberId> members = new LinkedHashSet<>();
  private final Set<MemberId> withLots = new LinkedHashSet<>();
  private final Map<MemberId, Set<Integer>> unitsWithLots = new HashMap<>();
  private final Set<MemberId> waking = new LinkedHashSet<>();
  private final Set<MemberId> visiting = new LinkedHashSet<>();
  private final List<Document> undoing = new ArrayList<>();
  private final Set<HoldId> holds = new LinkedHashSet<>();

  private Scope() {}

  /** A document of a member that is to be undone. */
  record Document(MemberId member, UUID id) {}

  public static Scope of(Collection<MemberId> members) {
    return new Scope().members(members);
  }

  public static Scope withLots(MemberId... members) {
    return of(List.of()).lots(List.of(members));
  }

  public Scope members(Collection<MemberId> more) {
    members.addAll(more);
    return this;
  }

  /** Members who spend, hold, transfer or are corrected downwards. */
  public Scope lots(Collection<MemberId> spending) {
    members.addAll(spending);
    withLots.addAll(spending);
    return this;
  }

  /** A member who spends of a unit, by the number of the unit. */
  public Scope lots(MemberId spending, int unit) {
    members.add(spending);
    unitsWithLots.computeIfAbsent(spending, _ -> new HashSet<>()).add(unit);
    return this;
  }

  /** A member to whom something happens that awards may have waited for. */
  public Scope waking(MemberId member) {
    members.add(member);
    waking.add(member);
    return this;
  }

  /** Members who come for a visit, which wakes the awards that waited for it. */
  public Scope visiting(Collection<MemberId> coming) {
    members.addAll(coming);
    visiting.addAll(coming);
    return this;
  }

  /** A purchase whose awards are clawed back or whose spending is given back. */
  public Scope undoing(MemberId member, UUID document) {
    lots(List.of(member));
    undoing.add(new Document(member, document));
    return this;
  }

  /** A hold that is captured or released. */
  public Scope hold(MemberId member, HoldId hold) {
    lots(List.of(member));
    holds.add(hold);
    return this;
  }

  Set<HoldId> holds() {
    return holds;
  }

  Set<MemberId> members() {
    return members;
  }

  Set<MemberId> visiting() {
    return visiting;
  }

  /** Whether this was asked for: the lots that a wallet with so much has. */
  boolean wantsLots(WalletKey wallet, Balance balance) {
    return withLots.contains(wallet.member())
        || unitsWithLots.getOrDefault(wallet.member(), Set.of()).contains(wallet.unit())
        || (balance.pending() > 0 && waking.contains(wallet.member()));
  }

  List<Document> undoing() {
    return undoing;
  }
}
