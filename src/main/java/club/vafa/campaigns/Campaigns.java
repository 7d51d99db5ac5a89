package club.vafa.campaigns;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.LiveCampaign;
import club.vafa.rules.Policy;
import club.vafa.rules.Program;
import club.vafa.rules.Usage.Used;
import club.vafa.rules.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Keeps the campaigns of a club, from draft to live, and says which program they make up. */
@Component
public class Campaigns {
  private final CampaignStore store;
  private final UsageStore usage;
  private final Programs programs;
  private final Drafts drafts;
  private final Course course;
  private final Approvals approvals;
  private final Draws draws;
  private final Clock clock;

  Campaigns(
      CampaignStore store,
      UsageStore usage,
      Programs programs,
      Drafts drafts,
      Course course,
      Approvals approvals,
      Draws draws,
      Clock clock) {
    this.store = store;
    this.usage = usage;
    this.programs = programs;
    this.drafts = drafts;
    this.course = course;
    this.approvals = approvals;
    this.draws = draws;
    this.clock = clock;
  }

  /** Keeps a new campaign as a draft. */
  @Transactional
  public Outcome<Campaign> draft(Club club, JsonNode definition) {
    return drafts
        .parse(club, definition)
        .then(parsed -> {
          store.lock(club.id());
          return drafts.begin(club, parsed, definition);
        });
  }

  /** Replaces a campaign's draft; what is live goes on unchanged. */
  @Transactional
  public Outcome<Campaign> redraft(Club club, CampaignId id, JsonNode definition) {
    return redraft(club, id, definition, null);
  }

  /**
   * The same, unless somebody has changed the campaign meanwhile.
   *
   * @param seen when the campaign that the draft was made from was changed last
   */
  @Transactional
  public Outcome<Campaign> redraft(
      Club club, CampaignId id, JsonNode definition, @Nullable Instant seen) {
    return drafts
        .parse(club, definition)
        .then(parsed -> {
          store.lock(club.id());
          return drafts.replace(club, new Drafts.Wish(id, parsed, definition, seen));
        });
  }

  /** Throws a draft away; a campaign that was never published ends with it. */
  @Transactional
  public Outcome<Campaign> discard(Club club, CampaignId id, String actor) {
    store.lock(club.id());
    return store.find(club.id(), id).filter(one -> one.version() == 0).isPresent()
        ? course.end(club.id(), id, actor)
        : drafts.discard(club, id);
  }

  /**
   * Publishes the draft as a new version.
   *
   * @param from sales from this instant on are judged by it, also when they are reported late; null
   *     means from now
   */
  @Transactional
  public Outcome<Campaign> publish(Club club, CampaignId id, @Nullable Instant from, String actor) {
    store.lock(club.id());
    return safety(club.id()).secondPerson()
        ? Outcome.refused(Refusal.of(CampaignsCode.SECOND_PERSON_NEEDED))
        : course.publish(club, id, from, actor);
  }

  /** Stops a live campaign until it is resumed. */
  @Transactional
  public Outcome<Campaign> pause(ClubId club, CampaignId id, String actor) {
    store.lock(club);
    return course.pause(club, id, actor);
  }

  /** Lets a paused campaign run again. */
  @Transactional
  public Outcome<Campaign> resume(ClubId club, CampaignId id, String actor) {
    store.lock(club);
    return safety(club).secondPerson()
        ? Outcome.refused(Refusal.of(CampaignsCode.SECOND_PERSON_NEEDED))
        : course.resume(club, id, actor);
  }

  /** What the club has laid down for all its campaigns. */
  public Safety safety(ClubId club) {
    return programs.safety(club, store.programNumber(club));
  }

  /** Lays down something else for all campaigns; sales recorded from now on keep to it. */
  @Transactional
  public Outcome<Safety> layDown(ClubId club, Safety safety, String actor) {
    store.lock(club);
    return safety(club).secondPerson()
        ? Outcome.refused(Refusal.of(CampaignsCode.SECOND_PERSON_NEEDED))
        : course.layDown(club, safety, actor);
  }

  /** Asks a second person; nothing changes yet. */
  @Transactional
  public Outcome<Approval> ask(ClubId club, NewApproval wanted) {
    store.lock(club);
    return approvals.ask(club, wanted);
  }

  /** Approves what somebody else asked for, and carries it out. */
  @Transactional
  public Outcome<Approval> approve(Club club, ApprovalId id, String actor) {
    approvals.find(club.id(), id).ifPresent(asked -> course.hold(club.id(), asked));
    store.lock(club.id());
    return approvals
        .open(club.id(), id, true, actor)
        .then(open ->
            course
                .carryOut(club, open, actor)
                .map(_ ->
                    approvals.answer(
                        club.id(), open, new Approval.Answer(true, null, actor, clock.instant()))));
  }

  /** Says no; who asked may do so too, which takes the question back. */
  @Transactional
  public Outcome<Approval> reject(
      ClubId club, ApprovalId id, @Nullable String reason, String actor) {
    store.lock(club);
    return approvals
        .open(club, id, false, actor)
        .map(open ->
            approvals.answer(
                club, open, new Approval.Answer(false, reason, actor, clock.instant())));
  }

  public Optional<Approval> approval(ClubId club, ApprovalId id) {
    return approvals.find(club, id);
  }

  /** What a second person was asked, the latest first. */
  public List<Approval> approvals(ClubId club, @Nullable UUID before, int limit) {
    return approvals.list(club, before, limit);
  }

  /** The numbers members are drawn by; none when the program of this number draws nobody. */
  public Map<MemberId, Long> draws(Club club, long number, Set<MemberId> members) {
    return members.isEmpty() || !programs.draws(club, number)
        ? Map.of()
        : draws.of(club.id(), members);
  }

  /** Ends a campaign for good; a draft that was never published simply ends. */
  @Transactional
  public Outcome<Campaign> end(ClubId club, CampaignId id, String actor) {
    store.lock(club);
    return course.end(club, id, actor);
  }

  public Optional<Campaign> find(ClubId club, CampaignId id) {
    return store.find(club, id);
  }

  /** Campaigns by code, those after the given code. */
  public List<Campaign> list(ClubId club, String afterCode, int limit) {
    return store.list(club, afterCode, limit);
  }

  /** The number of the club's program now; it grows with each publish, pause, resume and end. */
  public long programNumber(ClubId club) {
    return store.programNumber(club);
  }

  /** The program of this number for activity at this instant. */
  public Program program(Club club, long number, Instant at) {
    return programs.get(club, number, at);
  }

  /**
   * Whether any campaign up to this program asks for a condition of this kind: what no rule ever
   * looks at need not be fetched.
   */
  public boolean asks(Club club, long number, String condition) {
    return programs.asks(club, number, condition);
  }

  /** The campaigns that run now. */
  public List<LiveCampaign> live(Club club) {
    return programs.live(club, programNumber(club.id()), clock.instant());
  }

  /**
   * Compiles a program that is never published, under a number below zero by which {@link #program}
   * knows it until it is forgotten. Its campaigns get that number as their version.
   */
  public long rehearse(
      Club club, List<LiveCampaign> campaigns, Vocabulary words, @Nullable Policy policy) {
    return programs.rehearse(club, campaigns, words, policy);
  }

  public void forget(Club club, long rehearsed) {
    programs.forget(club, rehearsed);
  }

  /** What the club's campaigns may name, for telling them in sentences. */
  public Vocabulary vocabulary(Club club) {
    return programs.vocabulary(club);
  }

  /** The same with every name there is, for what is being written now. */
  public Vocabulary everyName(Club club) {
    return programs.everyName(club);
  }

  /** The definition of a published version. */
  public CampaignDefinition definition(Club club, UUID campaign, int version) {
    return programs.definition(club, campaign, version);
  }

  /**
   * What counters hold. Shared counters are locked until the transaction ends, so that the last
   * unit of a budget is given once; personal ones are guarded by the member's lock.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<MemberCounter, Used> takeUsage(ClubId club, Set<MemberCounter> counters) {
    return usage.take(club, counters);
  }

  /**
   * What counters hold, not locked. What is decided by it is written with {@link #growUsage}, which
   * refuses it when others have used up meanwhile what it counted on.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<MemberCounter, Used> seeUsage(ClubId club, Set<MemberCounter> counters) {
    return usage.see(club, counters);
  }

  /** What counters hold, unlocked. */
  public Map<MemberCounter, Used> lookAtUsage(ClubId club, Set<MemberCounter> counters) {
    return usage.look(club, counters);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void writeUsage(ClubId club, Map<MemberCounter, Used> changed) {
    usage.write(club, changed);
  }

  /**
   * Lets shared counters grow. It comes last in a transaction: from then on others wait.
   *
   * @throws org.springframework.dao.OptimisticLockingFailureException when one of them held more
   *     than the decisions allow for; the transaction then is to be repeated
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void growUsage(ClubId club, Map<MemberCounter, Growth> growths) {
    usage.grow(club, growths);
  }
}
