package club.vafa.portal.web;

import club.vafa.templates.Guide;

/**
 * The public page of a club.
 *
 * @param guide what it gives, in plain words
 * @param address of the page, and {@code image} of the picture that is shown where it is shared
 */
public record ClubSheet(Shell shell, Guide guide, String address, String image) {}
