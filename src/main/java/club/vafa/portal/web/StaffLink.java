package club.vafa.portal.web;

import club.vafa.ui.QrPicture;
import java.time.Instant;

/** A way in that staff made for a member, to be shown to them and nobody else. */
public record StaffLink(String member, String link, QrPicture picture, Instant until) {}
