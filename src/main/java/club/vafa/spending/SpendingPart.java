package club.vafa.spending;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.members.MemberPart;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is kept of a member's spending: whoever leaves is taken out of the sales that still wait to
 * be booked, and whoever goes on under another's id takes them and the answered questions along.
 */
@Component
class SpendingPart implements MemberPart {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Nobody's wallet pays for a sale that is nobody's. */
  private static final List<String> OF_MEMBER =
      List.of("member", "coupons", "payments", "confirmation", "allowance");

  private final UnbookedStore unbooked;
  private final ConfirmationStore confirmations;

  SpendingPart(UnbookedStore unbooked, ConfirmationStore confirmations) {
    this.unbooked = unbooked;
    this.confirmations = confirmations;
  }

  /** How many sales of the member wait to be booked. */
  record Shown(int unbooked) {}

  @Override
  public String name() {
    return "spending";
  }

  @Override
  public Shown show(ClubId club, MemberId member) {
    return new Shown(unbooked.naming(club, member).size());
  }

  /** A sale knows its member by the id; one that was sent by a telephone number is not found. */
  @Override
  public void erase(ClubId club, MemberId member) {
    Map<UUID, String> bare =
        unbooked.naming(club, member).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> bare(one.getValue())));
    if (!bare.isEmpty()) {
      unbooked.forget(club, bare);
    }
  }

  private static String bare(String sale) {
    try {
      if (JSON.readTree(sale) instanceof ObjectNode read) {
        read.remove(OF_MEMBER);
        return JSON.writeValueAsString(read);
      }
    } catch (JacksonException unreadable) {
      return "{}";
    }
    return "{}";
  }

  @Override
  public void move(ClubId club, MemberId from, MemberId into) {
    unbooked.move(club, from, into);
    confirmations.move(club, from, into);
  }
}
