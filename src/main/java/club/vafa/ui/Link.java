package club.vafa.ui;

/** A way to another page. */
public record Link(String path, String label) {}
