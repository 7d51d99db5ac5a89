package club.vafa.settlement;

import club.vafa.activity.Activity;
import club.vafa.activity.Return;
import club.vafa.kernel.ClubId;
import club.vafa.ledger.Cause;
import club.vafa.ledger.Statements.Origin;
import club.vafa.rewards.Rewards;
import club.vafa.settlement.Tracing.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks the rooms that know them where documents happened. */
@Component
class Sources {
  private final Activity activity;
  private final Rewards rewards;

  Sources(Activity activity, Rewards rewards) {
    this.activity = activity;
    this.rewards = rewards;
  }

  Map<UUID, Source> of(ClubId club, List<Origin> asked) {
    Set<UUID> returns = ids(asked, Cause.Kind.RETURN);
    Map<UUID, UUID> sales = new HashMap<>();
    for (Return one : activity.returnsOf(club, returns)) {
      sales.put(one.id(), one.purchase());
    }
    Set<UUID> purchases = new HashSet<>(ids(asked, Cause.Kind.PURCHASE));
    purchases.addAll(sales.values());
    Map<UUID, Source> sources = new HashMap<>();
    activity
        .sold(club, purchases)
        .forEach((id, sold) -> sources.put(id, new Source(Place.branch(sold.branch()), sold.at())));
    sales.forEach((id, sale) -> {
      Source source = sources.get(sale);
      if (source != null) {
        sources.put(id, source);
      }
    });
    rewards
        .claimed(club, ids(asked, Cause.Kind.CLAIM))
        .forEach((id, claimed) ->
            sources.put(id, new Source(Place.reward(claimed.reward()), claimed.at())));
    return sources;
  }

  private static Set<UUID> ids(List<Origin> asked, Cause.Kind kind) {
    Set<UUID> ids = new HashSet<>();
    for (Origin one : asked) {
      if (one.kind() == kind) {
        ids.add(one.id());
      }
    }
    return ids;
  }
}
