package club.vafa.operations.demo;

import club.vafa.clubs.Club;
import club.vafa.goods.Category;
import club.vafa.goods.Goods;
import club.vafa.goods.ItemTerms;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Language;
import club.vafa.operations.shop.Good;
import club.vafa.operations.shop.Menu;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Puts the menu into the catalogue, so that the tills of the demo have something to sell from. */
@Component
@Profile("demo")
class DemoGoods {
  private static final String ACTOR = "staff:owner";

  /** What is chosen that often stands first at the tills. */
  private static final double FAVOURITE = 10;

  private static final List<Category> CATEGORIES =
      List.of(
          category("coffee", "Coffee", "قهوه", "القهوة"),
          category("tea", "Tea and hot drinks", "چای و نوشیدنی گرم", "الشاي والمشروبات الساخنة"),
          category("iced", "Iced drinks", "نوشیدنی سرد", "المشروبات الباردة"),
          category("pastry", "Pastry", "شیرینی", "المعجنات"),
          category("cake", "Cake", "کیک", "الكعك"),
          category("breakfast", "Breakfast", "صبحانه", "الفطور"),
          category("kitchen", "Kitchen", "آشپزخانه", "المطبخ"),
          category("shelf", "To take home", "برای خانه", "للمنزل"));

  private final Goods goods;

  DemoGoods(Goods goods) {
    this.goods = goods;
  }

  void fill(Club club) {
    ClubScope.run(
        club.id(),
        () -> {
          CATEGORIES.forEach(category -> goods.put(club.id(), category, ACTOR));
          Menu.read()
              .forEach(good -> DemoClub.done(goods.add(club.id(), terms(club, good), ACTOR)));
        });
  }

  private static ItemTerms terms(Club club, Good good) {
    return new ItemTerms(
        good.sku(),
        good.names(),
        good.category(),
        List.of(),
        Paying.minor(club, good.price()),
        Paying.minor(club, good.cost()),
        good.popularity() >= FAVOURITE,
        true);
  }

  private static Category category(String code, String english, String persian, String arabic) {
    return new Category(
        code, Map.of(Language.EN, english, Language.FA, persian, Language.AR, arabic));
  }
}
