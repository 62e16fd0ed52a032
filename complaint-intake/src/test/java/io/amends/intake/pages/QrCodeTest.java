package io.amends.intake.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodeTest {

  private static final String LINK = "https://guest.example/complain/" + "aB3-".repeat(60);

  @Test
  void a_telephone_reads_the_link_from_the_picture() throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrCode.of(LINK).png()));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    LuminanceSource seen = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);

    assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(seen))).getText())
        .isEqualTo(LINK);
  }

  @Test
  void the_drawing_has_a_square_for_every_dark_module_and_nothing_from_elsewhere() {
    String svg = new String(QrCode.of(LINK).svg(), StandardCharsets.UTF_8);

    assertThat(svg).startsWith("<svg ").contains("h1v1h-1z").doesNotContain("<script", "href");
  }
}
