package club.vafa.earning.web;

import club.vafa.earning.MemberRef;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A member, named by exactly one identifier. */
public record MemberRequest(
    @Nullable String id,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String card,
    @Nullable String externalId) {
  private static final int LONGEST = 254;

  /** Who is meant; a faulty reference reads as one that means nobody. */
  MemberRef read(Input input, String pointer) {
    List<MemberRef> given = new ArrayList<>();
    add(given, MemberRef.Kind.ID, input.optionalText(pointer + "/id", id, LONGEST));
    add(given, MemberRef.Kind.PHONE, input.optionalText(pointer + "/phone", phone, LONGEST));
    add(given, MemberRef.Kind.EMAIL, input.optionalText(pointer + "/email", email, LONGEST));
    add(given, MemberRef.Kind.CARD, input.optionalText(pointer + "/card", card, LONGEST));
    add(
        given,
        MemberRef.Kind.EXTERNAL_ID,
        input.optionalText(pointer + "/externalId", externalId, LONGEST));
    if (given.size() != 1) {
      if (!input.faulty()) {
        input.refuse(
            pointer,
            InputCode.EXACTLY_ONE,
            Map.of("allowed", "id, phone, email, card, externalId"));
      }
      return new MemberRef(MemberRef.Kind.ID, "");
    }
    return given.getFirst();
  }

  private static void add(List<MemberRef> given, MemberRef.Kind kind, @Nullable String value) {
    if (value != null) {
      given.add(new MemberRef(kind, value));
    }
  }
}
