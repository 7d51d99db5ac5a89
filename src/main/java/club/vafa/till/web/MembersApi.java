package club.vafa.till.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Digits;
import club.vafa.kernel.MemberId;
import club.vafa.members.IdentifierKey;
import club.vafa.members.IdentifierKind;
import club.vafa.members.MemberQuery;
import club.vafa.members.Members;
import club.vafa.members.Profile;
import club.vafa.till.web.Candidates.Candidate;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recognises a customer by whatever was scanned or typed. */
@Hidden
@RestController
class MembersApi {
  private static final int MOST = 8;

  private final Members members;
  private final Clubs clubs;

  MembersApi(Members members, Clubs clubs) {
    this.members = members;
    this.clubs = clubs;
  }

  @GetMapping("/till/data/members")
  @Needs(Scope.MEMBERS_READ)
  ResponseEntity<Candidates> find(Caller caller, @RequestParam String code) {
    Club club = clubs.get(caller.club());
    String typed = Digits.western(code).strip();
    Optional<IdentifierKey> phone = members.phone(typed, club.region());
    Page<Profile> found = found(club, typed, phone);
    Candidates candidates =
        new Candidates(
            phone.map(IdentifierKey::text).orElse(null),
            found.data().stream().map(MembersApi::candidate).toList(),
            found.next() != null);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(candidates);
  }

  /** The first reading that leads to somebody; a name is the last. */
  private Page<Profile> found(Club club, String typed, Optional<IdentifierKey> phone) {
    if (typed.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    Optional<Profile> byId = MemberId.parse(typed).flatMap(id -> members.profile(club.id(), id));
    if (byId.isPresent()) {
      return new Page<>(List.of(byId.get()), null);
    }
    Paging paging = InputRefused.unlessDone(Paging.read(MOST, null));
    for (MemberQuery query : readings(typed, phone)) {
      Page<Profile> page = members.list(club.id(), query, paging);
      if (!page.data().isEmpty()) {
        return page;
      }
    }
    return members.list(club.id(), new MemberQuery(null, null, typed), paging);
  }

  private List<MemberQuery> readings(String typed, Optional<IdentifierKey> phone) {
    List<MemberQuery> readings = new ArrayList<>();
    phone.ifPresent(key -> readings.add(new MemberQuery(key, null, null)));
    members.email(typed).ifPresent(key -> readings.add(new MemberQuery(key, null, null)));
    readings.add(new MemberQuery(null, typed, null));
    members.externalId(typed).ifPresent(key -> readings.add(new MemberQuery(key, null, null)));
    return readings;
  }

  private static Candidate candidate(Profile profile) {
    return new Candidate(
        profile.id().toString(),
        profile.name(),
        profile.first(IdentifierKind.PHONE).map(IdentifierKey::text).orElse(""),
        profile.state().name().toLowerCase(Locale.ROOT));
  }
}
