package club.vafa.tiers;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.feed.Feed;
import club.vafa.feed.Happening;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets time do its work: tiers end, are kept or lowered, grace and what was given by hand run out.
 * Each change bears the day on which it was due, so days of being off are made up for.
 */
@Component
class TierSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(TierSchedule.class);
  private static final Feed.Follower FOLLOWER = Feed.Follower.of("tiers.joined", "member.enrolled");
  private static final int CHUNK = 200;

  private final Tiers tiers;
  private final MemberTiers standings;
  private final Clubs clubs;
  private final Feed feed;

  TierSchedule(Tiers tiers, MemberTiers standings, Clubs clubs, Feed feed) {
    this.tiers = tiers;
    this.standings = standings;
    this.clubs = clubs;
    this.feed = feed;
  }

  @Scheduled(
      fixedDelayString = "${vafa.tiers.due-every:60s}",
      initialDelayString = "${vafa.tiers.due-after:15s}")
  void bringUpToNow() {
    for (ClubId club : clubs.all()) {
      try {
        bringUpToNow(club);
      } catch (RuntimeException failed) {
        LOG.error("The tiers of club {} could not be brought up to date", club, failed);
      }
    }
  }

  void bringUpToNow(ClubId id) {
    ClubScope.run(
        id,
        () -> {
          Club club = clubs.get(id);
          if (tiers.live(club).isEmpty()) {
            return;
          }
          int done = CHUNK;
          while (done == CHUNK && standings.tenureCounts(club)) {
            done = feed.follow(id, FOLLOWER, CHUNK, all -> welcome(club, all));
          }
          for (int turn = 0; turn == 0 || done > 0; turn++) {
            done = standings.bringUpToNow(club, CHUNK);
          }
        });
  }

  /** Whoever rises by being a member for long needs a place from the first day. */
  private void welcome(Club club, List<Happening> happenings) {
    Set<MemberId> joined =
        happenings.stream()
            .map(happening -> new MemberId(happening.subject()))
            .collect(Collectors.toSet());
    standings.judge(club, joined);
  }
}
