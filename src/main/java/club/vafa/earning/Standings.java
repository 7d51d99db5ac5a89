package club.vafa.earning;

import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import club.vafa.members.Members;
import club.vafa.memberships.Memberships;
import club.vafa.referrals.Qualifying;
import club.vafa.rules.Facts.Standing;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Where the members of a round stand in the club, gathered from the rooms that know. What no
 * campaign of the club ever asked for is not fetched.
 */
@Component
class Standings {
  private final Campaigns campaigns;
  private final Members members;
  private final Qualifying referrals;
  private final Memberships memberships;

  Standings(Campaigns campaigns, Members members, Qualifying referrals, Memberships memberships) {
    this.campaigns = campaigns;
    this.members = members;
    this.referrals = referrals;
    this.memberships = memberships;
  }

  /**
   * What memberships give these members.
   *
   * @param binding whether it will be counted: then the memberships are locked
   */
  Perks perks(Club club, Set<MemberId> who, boolean binding) {
    return new Perks(memberships.covers(club, who, binding));
  }

  /** The standing of each member that has one. */
  Map<MemberId, Standing> of(Club club, long program, Set<MemberId> who) {
    Map<MemberId, Standing> standings = new HashMap<>();
    if (campaigns.asks(club, program, "profileHas")) {
      members
          .filled(club.id(), who)
          .forEach((member, fields) ->
              standings.merge(
                  member,
                  Standing.NONE.withProfile(fields),
                  (known, _) -> known.withProfile(fields)));
    }
    if (campaigns.asks(club, program, "ownDay")) {
      members
          .ownDays(club.id(), who)
          .forEach((member, days) ->
              standings.put(member, standings.getOrDefault(member, Standing.NONE).having(days)));
    }
    if (campaigns.asks(club, program, "referred")) {
      for (MemberId friend : referrals.referred(club.id(), who)) {
        standings.merge(friend, Standing.NONE.broughtAlong(), (known, _) -> known.broughtAlong());
      }
    }
    campaigns
        .draws(club, program, who)
        .forEach((member, number) ->
            standings.put(member, standings.getOrDefault(member, Standing.NONE).drawing(number)));
    return standings;
  }
}
