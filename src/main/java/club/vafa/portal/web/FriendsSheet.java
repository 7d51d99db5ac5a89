package club.vafa.portal.web;

import club.vafa.ui.QrPicture;
import java.util.List;

/** What a member gives to friends, and what came of it. */
public record FriendsSheet(
    Shell shell, String code, String link, QrPicture picture, List<Came> came) {
  /** How many friends are how far, as a text of the language files. */
  public record Came(String how, long count) {}
}
