package club.vafa.members.web;

import club.vafa.api.Page;
import club.vafa.members.IdentifierKey;
import club.vafa.members.IdentifierKind;
import club.vafa.members.Profile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Members that were found. */
public record MemberList(String wanted, Page<Profile> found) {
  /** The address of those that follow. */
  public String next() {
    return "/console/members?q="
        + URLEncoder.encode(wanted, StandardCharsets.UTF_8)
        + "&after="
        + found.next();
  }

  /** What somebody is called; empty when only a number or an address is known. */
  public static String name(Profile profile) {
    return Stream.of(profile.firstName(), profile.lastName())
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(" "));
  }

  public static String text(Profile profile, IdentifierKind kind) {
    return profile.first(kind).map(IdentifierKey::text).orElse("");
  }
}
