package io.amends.desk.view;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The database file: one writer, a few readers who see whole transactions and never wait for it. A
 * file of another format or under another key, or one that is damaged, is dropped.
 */
public final class View implements AutoCloseable {

  /** Raised with every change of the schema or of what is written into it. */
  static final int FORMAT = 7;

  /** Two cores read; two more wait for a disk. */
  private static final int READERS = 4;

  private final Path file;
  private final Connection writer;
  private final HikariDataSource readers;

  private View(Path file, Connection writer, HikariDataSource readers) {
    this.file = file;
    this.writer = writer;
    this.readers = readers;
  }

  /** Opens the view in that folder; builds an empty one if there is none that fits. */
  public static View in(Path folder, Seal seal) {
    Path file = folder.resolve("view.db");
    try {
      Files.createDirectories(folder);
      String about = FORMAT + " " + seal.name();
      if (!about.equals(aboutOf(file))) {
        drop(file);
        create(file, about);
      }
      return new View(file, writing(file), readers(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "view: %s (expected: a folder to write to)".formatted(folder), failure);
    } catch (SQLException failure) {
      throw new IllegalStateException("view: %s (expected: a database)".formatted(file), failure);
    }
  }

  /** Reads what was committed. */
  public JdbcTemplate read() {
    return new JdbcTemplate(readers);
  }

  /** For the one thread that writes. */
  Connection writer() {
    return writer;
  }

  /** Bytes on disk, with what is not yet folded in. */
  public long size() {
    return filesOf(file).stream().filter(Files::exists).mapToLong(View::size).sum();
  }

  @Override
  public void close() {
    readers.close();
    try {
      writer.close();
    } catch (SQLException failure) {
      throw new IllegalStateException("view: not closed (expected: closed)", failure);
    }
  }

  private static @Nullable String aboutOf(Path file) {
    if (!Files.exists(file)) {
      return null;
    }
    try (Connection connection = writing(file);
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT value FROM about WHERE name = 'view'")) {
      return row.next() ? row.getString(1) : null;
    } catch (SQLException damaged) {
      return null;
    }
  }

  private static void create(Path file, String about) throws IOException, SQLException {
    try (Connection connection = writing(file);
        Statement statement = connection.createStatement()) {
      for (String each : schema().split(";\\s*\\n", -1)) {
        if (!each.isBlank()) {
          statement.execute(each);
        }
      }
      statement.execute("INSERT INTO about VALUES ('view', '%s')".formatted(about));
    }
  }

  private static String schema() throws IOException {
    try (var in = View.class.getResourceAsStream("/view/schema.sql")) {
      if (in == null) {
        throw new IOException("view/schema.sql: absent (expected: in the jar)");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
    }
  }

  private static void drop(Path file) throws IOException {
    for (Path each : filesOf(file)) {
      Files.deleteIfExists(each);
    }
  }

  private static List<Path> filesOf(Path file) {
    return List.of(file, Path.of(file + "-wal"), Path.of(file + "-shm"));
  }

  private static Connection writing(Path file) throws SQLException {
    SQLiteConfig config = config();
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true"); // what is erased is overwritten
    return config.createConnection("jdbc:sqlite:" + file);
  }

  private static HikariDataSource readers(Path file) {
    SQLiteConfig config = config();
    config.setReadOnly(true);
    Properties properties = config.toProperties();
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl("jdbc:sqlite:" + file);
    pool.setDataSourceProperties(properties);
    pool.setReadOnly(true);
    pool.setMaximumPoolSize(READERS);
    pool.setPoolName("view");
    return new HikariDataSource(pool);
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL); // what a power cut loses is read again
    config.setBusyTimeout(5_000);
    config.setCacheSize(-16_384); // KiB, negative by SQLite's convention
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    return config;
  }

  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException gone) {
      return 0;
    }
  }
}
