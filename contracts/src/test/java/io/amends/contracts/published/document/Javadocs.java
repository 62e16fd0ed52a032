package io.amends.contracts.published.document;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import io.amends.contracts.published.Approved;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the sources say about types and their components, in the first sentence and by name. */
final class Javadocs {

  private static final Path SOURCES = Path.of("src/main/java");

  private final Map<String, String> byName = new HashMap<>();

  private Javadocs() {}

  /** Parses all sources of the contract; nothing is compiled. */
  static Javadocs read() {
    Javadocs docs = new Javadocs();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Path> sources =
        Approved.names(SOURCES).stream()
            .filter(name -> name.endsWith(".java"))
            .map(SOURCES::resolve)
            .toList();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        docs.new Reader(trees).scan(unit, String.valueOf(unit.getPackageName()));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return docs;
  }

  /** The first sentence about a type; empty if there is none. */
  String of(Class<?> type) {
    return byName.getOrDefault(type.getCanonicalName(), "");
  }

  /** What is said about a component; empty if its name says it all. */
  String of(Class<?> type, String component) {
    return byName.getOrDefault(type.getCanonicalName() + "#" + component, "");
  }

  private final class Reader extends TreePathScanner<Void, String> {

    private final DocTrees trees;

    Reader(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, String around) {
      String name = around + "." + type.getSimpleName();
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        byName.put(name, text(comment.getFirstSentence()));
        for (DocTree tag : comment.getBlockTags()) {
          if (tag instanceof ParamTree param) {
            byName.put(name + "#" + param.getName(), text(param.getDescription()));
          }
        }
      }
      return super.visitClass(type, name);
    }
  }

  private static String text(List<? extends DocTree> parts) {
    return parts.stream()
        .map(Javadocs::text)
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String text(DocTree part) {
    return switch (part) {
      case LiteralTree code -> "`" + code.getBody().getBody() + "`";
      case LinkTree link -> "`" + link.getReference().getSignature().replaceFirst("^#", "") + "`";
      default -> part.toString();
    };
  }
}
