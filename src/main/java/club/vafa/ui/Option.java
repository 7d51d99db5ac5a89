package club.vafa.ui;

/** One of what a field lets people choose from: what is sent, and what they read. */
public record Option(String value, String text) {}
