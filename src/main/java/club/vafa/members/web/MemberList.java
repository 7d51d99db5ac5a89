package club.vafa.members.web;

import club.vafa.api.Page;
import club.vafa.members.IdentifierKey;
import club.vafa.members.IdentifierKind;
import club.vafa.members.Profile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Members that were found. */
public record MemberList(String wanted, Page<Profile> found) {
  /** The address of those that follow. */
  public String next() {
    return "/console/members?q="
        + URLEncoder.encode(wanted, StandardCharsets.UTF_8)
        + "&after="
        + found.next();
  }

  /** The first of a kind; empty when there is none. */
  public static String text(Profile profile, IdentifierKind kind) {
    return profile.first(kind).map(IdentifierKey::text).orElse("");
  }
}
