package club.vafa.earning;

import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import club.vafa.rules.Facts.Standing;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where the members of a round stand in the club, gathered from the rooms that know. */
@Component
class Standings {
  private final Campaigns campaigns;

  Standings(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  /** The standings under a program, which may draw members into experiments. */
  Map<MemberId, Standing> of(Club club, long program, Set<MemberId> members) {
    Map<MemberId, Standing> standings = of(club, members);
    campaigns
        .draws(club, program, members)
        .forEach((member, number) ->
            standings.put(member, standings.getOrDefault(member, Standing.NONE).drawing(number)));
    return standings;
  }

  /** The standing of each member that has one. */
  Map<MemberId, Standing> of(Club club, Set<MemberId> members) {
    return new HashMap<>();
  }
}
