package club.vafa.rules.engine;

import club.vafa.rules.CampaignDefinition.Variant;
import club.vafa.rules.Decision.Assigned;
import club.vafa.rules.Facts.Person;
import club.vafa.rules.Policy;
import club.vafa.rules.engine.Compiled.Campaign;
import club.vafa.rules.engine.Compiled.Rule;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member's number has drawn: the control group, and one variant of each campaign. The number
 * never changes, so neither does what it draws; a larger control group keeps those who were in it.
 *
 * @param number nothing when the member has none; then the first variant is drawn
 */
record Drawn(boolean control, @Nullable Long number) {
  private static final Drawn NOTHING = new Drawn(false, null);

  static Drawn of(@Nullable Person member, Policy policy) {
    Long number = member == null ? null : member.standing().draw();
    if (number == null) {
      return NOTHING;
    }
    return new Drawn(Long.remainderUnsigned(number, Policy.WHOLE) < policy.control(), number);
  }

  /** Whether the campaign is there for this member at all. */
  boolean offers(Campaign campaign) {
    return !control || campaign.live().definition().safety().control();
  }

  boolean offers(Rule rule) {
    String only = rule.definition().variant();
    return offers(rule.campaign()) && (only == null || only.equals(variant(rule.campaign())));
  }

  /** The code of the variant drawn; empty for a campaign without variants. */
  String variant(Campaign campaign) {
    List<Variant> variants = campaign.live().definition().safety().variants();
    if (variants.isEmpty()) {
      return "";
    }
    long weight = variants.stream().mapToLong(Variant::weight).sum();
    UUID id = campaign.live().id();
    long drawn = number == null ? 0 : Long.remainderUnsigned(mixed(number, id), weight);
    for (Variant variant : variants) {
      drawn -= variant.weight();
      if (drawn < 0) {
        return variant.code();
      }
    }
    return variants.getLast().code();
  }

  /** What the member is assigned to, whether or not anything comes of it. */
  Assigned assigned(List<Campaign> split, Instant at) {
    if (split.isEmpty()) {
      return control ? new Assigned(true, Map.of()) : Assigned.NOTHING;
    }
    Map<UUID, String> variants = new HashMap<>();
    for (Campaign campaign : split) {
      if (campaign.runs(at) && offers(campaign)) {
        variants.put(campaign.live().id(), variant(campaign));
      }
    }
    return new Assigned(control, Map.copyOf(variants));
  }

  /** Two campaigns draw independently of each other and of the control group. */
  private static long mixed(long number, UUID campaign) {
    long most = mixed(number ^ campaign.getMostSignificantBits());
    return mixed(most ^ campaign.getLeastSignificantBits());
  }

  /** The finisher of SplitMix64: each bit of what goes in changes half of what comes out. */
  private static long mixed(long value) {
    long first = value + 0x9E3779B97F4A7C15L;
    long second = (first ^ (first >>> 30)) * 0xBF58476D1CE4E5B9L;
    long third = (second ^ (second >>> 27)) * 0x94D049BB133111EBL;
    return third ^ (third >>> 31);
  }
}
