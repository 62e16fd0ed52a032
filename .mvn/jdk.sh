# Finds a JDK 25 or newer and exports JAVA_HOME; sourced by mvnw and amends. POSIX sh.
# Looks at JAVA_HOME, the java on the PATH, the usual folders of Linux, SDKMAN, and macOS' java_home.

AMENDS_JDK=25

# Prints the feature release of the JDK in folder $1 (25 of 25.0.1), nothing if there is none.
jdk_release() {
  [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
  fi
}

jdk_candidates() {
  [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
  on_path=$(command -v javac 2>/dev/null) && {
    while [ -L "$on_path" ]; do
      link=$(readlink "$on_path")
      case "$link" in
        /*) on_path=$link ;;
        *) on_path=$(dirname "$on_path")/$link ;;
      esac
    done
    dirname "$(dirname "$on_path")"
  }
  for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.jdks/* \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/*; do
    [ ! -d "$home" ] || printf '%s\n' "$home"
  done
  [ ! -x /usr/libexec/java_home ] || /usr/libexec/java_home -v "$AMENDS_JDK+" 2>/dev/null
}

found=
seen=
while IFS= read -r home; do
  [ -n "$home" ] || continue
  release=$(jdk_release "$home")
  [ -n "$release" ] || continue
  seen="$seen
  $release  $home"
  if [ "$release" -ge "$AMENDS_JDK" ]; then
    found=$home
    break
  fi
done <<EOF
$(jdk_candidates)
EOF

if [ -z "$found" ]; then
  {
    echo "Amends needs a JDK $AMENDS_JDK or newer (with javac), and none was found."
    echo "Looked at: JAVA_HOME, the PATH, /usr/lib/jvm, /usr/java, /opt, ~/.jdks, SDKMAN, java_home."
    [ -z "$seen" ] || echo "Found, but too old:$seen"
    echo "Install one (for example Temurin $AMENDS_JDK) and, if it lies elsewhere:"
    echo "  export JAVA_HOME=/path/to/jdk-$AMENDS_JDK"
  } >&2
  exit 1
fi
export JAVA_HOME=$found
