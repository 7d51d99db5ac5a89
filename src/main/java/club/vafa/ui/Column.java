package club.vafa.ui;

/**
 * A column of a list.
 *
 * @param title its text in the language files
 * @param sortable whether the list can be put in its order
 * @param usual whether it is shown to those who chose no columns
 * @param number whether it holds numbers, which stand under one another
 */
public record Column(String code, String title, boolean sortable, boolean usual, boolean number) {}
