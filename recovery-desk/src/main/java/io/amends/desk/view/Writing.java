package io.amends.desk.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One transaction of the view: statements prepared once, and which cases it touched. */
final class Writing {

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final Set<String> cases = new LinkedHashSet<>();
  private final Set<String> guests = new LinkedHashSet<>();

  Writing(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
  }

  /** Runs one statement; parameters are text, whole numbers, doubles, bytes or null. */
  void run(String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      set(statement, i + 1, parameters[i]);
    }
    statement.executeUpdate();
  }

  private static void set(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setObject(index, null);
      case byte[] bytes -> statement.setBytes(index, bytes);
      case Long number -> statement.setLong(index, number);
      case Integer number -> statement.setInt(index, number);
      case Double number -> statement.setDouble(index, number);
      case Boolean yes -> statement.setInt(index, yes ? 1 : 0);
      default -> statement.setString(index, value.toString());
    }
  }

  /** Pages that show this case are told. */
  void touched(String caseId) {
    cases.add(caseId);
  }

  /** Pages that show a case of this guest are told. */
  void touchedGuest(String guestId) {
    guests.add(guestId);
  }

  /** What was touched since the last call. */
  Touched commit() throws SQLException {
    connection.commit();
    Touched touched = new Touched(Set.copyOf(cases), Set.copyOf(guests));
    forget();
    return touched;
  }

  void rollback() throws SQLException {
    connection.rollback();
    forget();
  }

  private void forget() {
    cases.clear();
    guests.clear();
  }

  /** Cases, and guests of whom something became known. */
  record Touched(Set<String> cases, Set<String> guests) {}
}
