package club.vafa.members;

import club.vafa.kernel.MemberId;
import club.vafa.ui.Screen;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What members are called on a page: by name, else by phone. */
public record MemberNames(Map<MemberId, String> names) {
  public MemberNames {
    names = Map.copyOf(names);
  }

  /** Of these members of the screen's club. */
  public static MemberNames of(Screen screen, Members members, Stream<MemberId> wanted) {
    List<MemberId> ids = wanted.distinct().toList();
    return new MemberNames(
        members.profiles(screen.club().caller().club(), ids).stream()
            .collect(Collectors.toMap(Profile::id, profile -> called(screen, profile))));
  }

  private static String called(Screen screen, Profile profile) {
    return profile.name().isEmpty()
        ? profile
            .first(IdentifierKind.PHONE)
            .map(key -> "\u2066" + key.text() + "\u2069")
            .orElseGet(() -> plain(screen, profile))
        : profile.name();
  }

  /** One member where the phone stands beside it: by name, else as somebody without one. */
  public static String plain(Screen screen, Profile profile) {
    return profile.name().isEmpty() ? screen.text("members.nameless") : profile.name();
  }

  /** Empty for whom the club does not know. */
  public String of(MemberId member) {
    return names.getOrDefault(member, "");
  }
}
