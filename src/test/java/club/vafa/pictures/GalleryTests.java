package club.vafa.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.testing.GeneratedPage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GalleryTests {
  @Test
  void theGalleryShowsEverySight() throws IOException {
    GeneratedPage.check(Gallery.PAGE, Gallery.page(Sights.ALL), GalleryTests.class);
  }

  @Test
  void everySightHasNameAndTitleOfItsOwn() {
    assertThat(Sights.ALL).extracting(Sight::name).doesNotHaveDuplicates();
    assertThat(Sights.ALL).extracting(Sight::title).doesNotHaveDuplicates();
  }
}
