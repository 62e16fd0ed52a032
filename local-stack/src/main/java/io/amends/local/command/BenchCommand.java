package io.amends.local.command;

import picocli.CommandLine.Command;

/** Measurements: the module {@code benchmarks}. */
@Command(
    name = "bench",
    description = "Measures; ./amends bench --help tells what.",
    mixinStandardHelpOptions = true)
public final class BenchCommand extends ElsewhereCommand {}
