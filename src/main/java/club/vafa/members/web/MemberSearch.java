package club.vafa.members.web;

import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.IdentifierKey;
import club.vafa.members.MemberCode;
import club.vafa.members.MemberQuery;
import club.vafa.members.Members;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By what members are looked for in an address: one of these, or nothing for all. */
record MemberSearch(
    @Nullable String phone,
    @Nullable String email,
    @Nullable String card,
    @Nullable String externalId,
    @Nullable String source,
    @Nullable String q) {

  Outcome<MemberQuery> read(Members members, String region) {
    if (Stream.of(phone, email, card, externalId, q).filter(Objects::nonNull).count() > 1) {
      return Outcome.refused(
          Refusal.at(
              "", InputCode.EXACTLY_ONE, Map.of("allowed", "phone, email, card, externalId, q")));
    }
    if (phone != null) {
      return by(members.phone(phone, region), MemberCode.PHONE_INVALID);
    }
    if (email != null) {
      return by(members.email(email), MemberCode.EMAIL_INVALID);
    }
    if (externalId != null) {
      return by(
          source == null ? members.externalId(externalId) : members.externalId(source, externalId),
          MemberCode.EXTERNAL_ID_INVALID);
    }
    return Outcome.done(new MemberQuery(null, card, q));
  }

  private static Outcome<MemberQuery> by(Optional<IdentifierKey> key, MemberCode otherwise) {
    return key.isPresent()
        ? Outcome.done(new MemberQuery(key.get(), null, null))
        : Outcome.refused(Refusal.of(otherwise));
  }
}
