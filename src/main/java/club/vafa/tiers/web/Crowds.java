package club.vafa.tiers.web;

import club.vafa.ui.Item;
import java.util.List;

/** How many members stand in each tier of a set. */
public record Crowds(List<Item> items) {}
