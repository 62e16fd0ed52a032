package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.local.program.Ports;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** A guest with a telephone and no login complains, and sees what becomes of it. */
@ExtendWith(Chain.Started.class)
class GuestFormIT {

  private static final Path PICTURES = Path.of("target/screenshots");

  private static final int TELEPHONE = 390;

  static boolean thereIsABrowser() {
    return Browser.isHere();
  }

  @Test
  void without_a_script_the_form_is_answered_by_the_tracking_page(Chain chain) {
    String form = link(chain, "1204");

    assertThat(chain.open(form + "?lang=zh").text())
        .contains("lang=\"zh\"", "dir=\"ltr\"", "1204", "没有热水")
        .doesNotContain("<script", "DRUNK_GUEST");
    assertThat(chain.open(form + "?lang=ar").text()).contains("dir=\"rtl\"", "لا يوجد ماء ساخن");
    assertThat(chain.open(form + "x").status()).isEqualTo(410);
  }

  @Test
  @EnabledIf("thereIsABrowser")
  void in_a_browser_a_guest_complains_in_chinese_and_reads_the_promise(Chain chain) {
    String form = link(chain, "1206");
    try (Browser browser = Browser.start("en")) {
      browser.look(TELEPHONE, false);
      browser.open(form + "?lang=ar");
      browser.picture(PICTURES.resolve("form-ar.png"));
      assertThat(
              browser
                  .run("return getComputedStyle(document.querySelector('h1')).direction")
                  .asString())
          .isEqualTo("rtl");
      assertThat(
              browser.run("return document.documentElement.scrollWidth <= innerWidth").asBoolean())
          .as("nothing is wider than the telephone")
          .isTrue();

      browser.open(form + "?lang=zh");
      browser.run(
          """
          document.querySelector('[name=issue]').value = 'NO_HOT_WATER';
          document.querySelector('[name=feelings][value=MUCH]').checked = true;
          document.querySelector('[name=wish][value=REPLACE]').checked = true;
          document.querySelector('[name=narrative]').value = '一直没有热水';
          """);
      browser.picture(PICTURES.resolve("form-zh.png"));
      browser.run("document.querySelector('form').requestSubmit()");
      Chain.until("the promise is on the page", () -> browser.text().contains("有人告诉您"));
      browser.picture(PICTURES.resolve("track-zh.png"));

      assertThat(browser.address()).contains("/track/");
      assertThat(browser.text())
          .contains("没有热水", "我们得知此事", "酒店当地时间")
          .doesNotContain("FRONT_LINE", "ON_THE_SPOT");
    }
  }

  private static String link(Chain chain, String room) {
    String office = chain.token("HEAD_OFFICE", "forms");
    chain.put(Ports.INTAKE, "/reference", office, Hotels.river());
    return chain
        .post(
            Ports.INTAKE,
            "/links/complaint",
            office,
            Map.of("propertyId", Hotels.RIVER, "room", room),
            Map.of("Accept", "application/json"))
        .json()
        .path("url")
        .asString();
  }
}
