package club.vafa.replay;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.earning.Rehearsal;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.CampaignDefinition.Budget;
import club.vafa.rules.CampaignDefinition.Cap;
import club.vafa.rules.CampaignDefinition.Per;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Lifetime;
import club.vafa.rules.LiveCampaign;
import club.vafa.tiers.TierSet.By;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the two programs that are lived through.
 *
 * @param budgets by campaign
 * @param triggers what its campaigns wait for
 */
record Side(
    Candidate program,
    Worth worth,
    Rehearsal.Stage stage,
    Map<UUID, Budget> budgets,
    Set<TriggerKind> triggers) {

  static Side of(Candidate program, Rehearsal.Stage stage) {
    return new Side(
        program, new Worth(program.club()), stage, budgets(program.campaigns()), triggers(program));
  }

  static Set<TriggerKind> triggers(Candidate program) {
    return program.campaigns().stream()
        .map(one -> one.definition().trigger().on())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<UUID, Budget> budgets(List<LiveCampaign> program) {
    Map<UUID, Budget> budgets = new HashMap<>();
    for (LiveCampaign campaign : program) {
      Budget budget = campaign.definition().budget();
      if (budget != null) {
        budgets.put(campaign.id(), budget);
      }
    }
    return budgets;
  }

  /** Whether what one member does changes what another gets. */
  static boolean shares(Candidate program) {
    return program.campaigns().stream()
        .map(LiveCampaign::definition)
        .anyMatch(one -> one.budget() != null || caps(one).anyMatch(Side::shared));
  }

  /** Whether campaigns or awards wait for events of the club's own types. */
  static boolean waits(Candidate program) {
    return program.club().units().stream()
            .anyMatch(unit -> unit.waiting() instanceof Unit.Waiting.Event)
        || triggers(program).contains(TriggerKind.EVENT)
        || program.campaigns().stream().anyMatch(one -> awaits(program.club(), one));
  }

  private static boolean awaits(Club club, LiveCampaign campaign) {
    CampaignDefinition definition = campaign.definition();
    return definition.rules().stream()
        .flatMap(rule ->
            club.units().stream().map(unit -> definition.lifetime(rule.code(), unit.code())))
        .anyMatch(lifetime -> lifetime.pending() instanceof Lifetime.Pending.Event);
  }

  private static boolean shared(Cap cap) {
    return cap.per() != Per.MEMBER && cap.per() != Per.SALE;
  }

  private static Stream<Cap> caps(CampaignDefinition campaign) {
    return Stream.concat(
        campaign.caps().stream(), campaign.rules().stream().flatMap(rule -> rule.caps().stream()));
  }

  /** Whether any campaign asks for a condition of this kind. */
  static boolean asks(Candidate program, String condition) {
    return program.campaigns().stream().anyMatch(one -> one.definition().asks(condition));
  }

  /** Whether where members stand depends on what they had earned before. */
  static boolean countsEarned(Candidate program) {
    return program.tiers().stream()
        .flatMap(set -> set.measures().stream())
        .anyMatch(measure -> measure.by() == By.EARNED);
  }
}
