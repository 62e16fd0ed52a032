package io.amends.local.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

  private static final List<String> FLAGS = List.of("-Xmx1g");

  @TempDir Path folder;

  @Test
  void is_the_same_for_the_same_content_whenever_it_was_written() throws IOException {
    String before = Fingerprint.of(List.of(jar("one")), FLAGS);
    Path again = jar("one");
    Files.setLastModifiedTime(again, FileTime.from(Instant.EPOCH));

    assertThat(Fingerprint.of(List.of(again), FLAGS)).isEqualTo(before).hasSize(16);
  }

  @Test
  void is_another_for_other_content_and_for_another_word() throws IOException {
    String before = Fingerprint.of(List.of(jar("one")), FLAGS);

    assertThat(Fingerprint.of(List.of(jar("two")), FLAGS)).isNotEqualTo(before);
    assertThat(Fingerprint.of(List.of(jar("one")), List.of("-Xmx2g"))).isNotEqualTo(before);
  }

  private Path jar(String content) throws IOException {
    Path jar = folder.resolve("some.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("entry"));
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }
}
