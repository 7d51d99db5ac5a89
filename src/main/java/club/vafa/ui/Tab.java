package club.vafa.ui;

/** One of several pages about the same thing. */
public record Tab(String path, String text, boolean here) {}
